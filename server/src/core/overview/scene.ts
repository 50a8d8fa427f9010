import type { Analysis, ApiAnalysis, Finding } from '../coverage/types';
import { type Names, namesIn } from '../features/api-names';
import type { Model } from '../model/types';
import { type Stages, stagesOf } from '../risk';
import type { Points } from './points';

/** A finding or written threat with its figures. */
export interface Threat {
  readonly api: ApiAnalysis;
  readonly finding: Finding;
  readonly stages: Stages;
}

/** What an overview is made of. */
export interface Scene {
  readonly analysis: Analysis;
  readonly apis: readonly ApiAnalysis[];
  /** Without what components of others serve. */
  readonly own: readonly ApiAnalysis[];
  /** The models that name them; all where all APIs are shown. */
  readonly models: readonly Model[];
  /** The greatest risk that is left first; no questions, nothing that a model silences or the reader hides. */
  readonly threats: readonly Threat[];
  readonly names: Names;
  readonly points: Points;
}

export interface SceneOptions {
  /** Only these; all of the analysis without it. */
  readonly apis?: readonly ApiAnalysis[];
  /** Rules whose findings are not shown, by id. */
  readonly hidden?: ReadonlySet<string>;
}

export function sceneOf(analysis: Analysis, points: Points, { apis: chosen, hidden }: SceneOptions): Scene {
  const apis = chosen ?? analysis.apis;
  const named = new Set(apis.flatMap((api) => api.models.map(({ model }) => model)));
  const threats = apis.flatMap((api) => threatsOf(api, hidden));
  return {
    analysis,
    apis,
    own: apis.filter(({ called }) => called === null),
    models: chosen === undefined ? analysis.models : analysis.models.filter((model) => named.has(model)),
    // The sort is stable: what ranks alike stays in the order of its description.
    threats: threats.sort((a, b) => b.finding.risk.rank - a.finding.risk.rank),
    names: namesIn(analysis),
    points,
  };
}

function threatsOf(api: ApiAnalysis, hidden: ReadonlySet<string> | undefined): Threat[] {
  return api.findings.flatMap((finding) => {
    const { basis, rule, state } = finding;
    if (basis === null || state === 'silenced' || hidden?.has(rule)) return [];
    return [{ api, finding, stages: stagesOf(basis) }];
  });
}
