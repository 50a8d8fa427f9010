import { memo } from '../../text';
import { groupBy } from '../bind/group-by';
import type { Layer } from '../read/read-layer';
import { riskOf } from '../read/read-risk';
import type { Model, ModelData, ModelProblem } from '../types';

/** What is known of a model from the files around it. */
export interface ModelExtras {
  /** What is wrong with its includes. */
  readonly problems: readonly ModelProblem[];
  /** The models that include it, over all steps, in an order that stays. */
  readonly includers: readonly Layer[];
}

const remembered = new WeakMap<Layer, { readonly key: string; readonly model: Model }>();

/** The model of a layer; the same object while nothing around it changes. */
export function modelOf(layer: Layer, extras: ModelExtras): Model {
  const key = keyOf(extras);
  const known = remembered.get(layer);
  if (known?.key === key) return known.model;
  const model = make(layer, extras);
  remembered.set(layer, { key, model });
  return model;
}

/** All ids of a layer as one text: an edit of one model must not go through the ids of a hundred others. */
const idsIn = memo(({ names }: Layer) => [...names.keys()].sort().join(' '));

function keyOf({ problems, includers }: ModelExtras): string {
  const told = problems.map(({ code, message, at }) => `${code} ${at.start} ${message}`);
  return [...told, '', ...includers.map(idsIn)].join('\n');
}

function borrowedBy(layer: Layer, includers: readonly Layer[]): ReadonlySet<string> {
  const borrowed = new Set(includers.flatMap(({ names }) => [...names.keys()]));
  for (const name of layer.names.keys()) borrowed.delete(name);
  return borrowed;
}

function make(layer: Layer, { problems, includers }: ModelExtras): Model {
  const { entries } = layer;
  return {
    uri: layer.uri,
    title: layer.title,
    owner: layer.owner,
    reviewed: layer.reviewed,
    apis: entries.flatMap((entry) => entry.api ?? []),
    threats: entries.flatMap((entry) => entry.threat ?? []),
    mitigations: entries.flatMap((entry) => entry.mitigation ?? []),
    notApplicable: entries.flatMap((entry) => entry.notApplicable ?? []),
    actors: entries.flatMap((entry) => entry.actor ?? []),
    flows: entries.flatMap((entry) => entry.flow ?? []),
    rules: entries.flatMap((entry) => entry.rule ?? []),
    businessFlows: entries.flatMap((entry) => entry.businessFlow ?? []),
    data: nearestFirst(entries.flatMap((entry) => entry.data ?? [])),
    environments: entries.flatMap((entry) => entry.environment ?? []),
    goals: entries.flatMap((entry) => entry.goal ?? []),
    zones: entries.flatMap((entry) => entry.zone ?? []),
    components: entries.flatMap((entry) => entry.component ?? []),
    assumptions: entries.flatMap((entry) => entry.assumption ?? []),
    risk: riskOf(layer.risk),
    names: layer.names,
    acceptable: layer.risk.acceptable ?? 'low',
    problems: [...problems, ...layer.problems],
    at: layer.at,
    includes: layer.includes,
    files: layer.files,
    shared: includers.length > 0,
    borrowed: borrowedBy(layer, includers),
  };
}

/** The first that names a field counts: a file's own before those that it includes. Entries stand the other way about. */
function nearestFirst(data: readonly ModelData[]): readonly ModelData[] {
  return [...groupBy(data, ({ at }) => at.uri).values()].reverse().flat();
}
