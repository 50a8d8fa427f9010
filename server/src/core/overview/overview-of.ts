import type { Overview } from '../../protocol';
import { workspaceOf } from '../coverage';
import type { Analysis } from '../coverage/types';
import { inert } from '../text';
import { answersOf } from './answers';
import { coverageOf } from './coverage-rows';
import { diagramOf } from './diagram/diagram-of';
import { matrixOf } from './matrix';
import { Points } from './points';
import { type Scene, type SceneOptions, sceneOf, type Threat } from './scene';
import { summaryOf } from './summary';
import { threatOf } from './threats';

/** Threats that are listed: more than anybody reads. */
const MOST_THREATS = 1000;

/**
 * The overview of an analysis, or of some of its APIs, worked out when somebody asks. `files` are URIs as the workspace has them.
 * The same analysis gives the same overview.
 */
export function overviewOf(analysis: Analysis, options: SceneOptions = {}): Overview {
  return overviewWithThreats(analysis, options).overview;
}

/** The same with what its threats are, one by one in their order. */
export function overviewWithThreats(
  analysis: Analysis,
  options: SceneOptions = {},
): { readonly overview: Overview; readonly threats: readonly Threat[] } {
  const points = new Points(workspaceOf(analysis));
  const scene = sceneOf(analysis, points, options);
  const threats = scene.threats.slice(0, MOST_THREATS);
  const told = {
    title: inert(titleOf(scene)),
    apis: coverageOf(scene, MOST_THREATS),
    summary: summaryOf(scene),
    threats: threats.map((threat) => threatOf(scene, threat)),
    matrix: matrixOf(scene),
    answers: answersOf(scene),
    diagram: diagramOf(scene),
  };
  return { overview: { ...told, files: points.files }, threats };
}

/** The title of the only model, or of the only API, or that one's name; else how many APIs there are. */
function titleOf({ own: apis, models, names }: Scene): string {
  const title = models.length === 1 ? (models[0]?.title ?? '') : '';
  if (title !== '') return title;
  const [only] = apis;
  if (only === undefined || apis.length > 1) return `${apis.length} APIs`;
  return only.description.title.trim() || names.api(only);
}
