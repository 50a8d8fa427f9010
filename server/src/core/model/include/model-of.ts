import { memo } from '../../text';
import { groupBy } from '../bind/group-by';
import type { Entry } from '../read/read-entry';
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

type Said = Exclude<keyof Entry, 'kind' | 'key' | 'name' | 'fields' | 'base' | 'at' | 'problems'>;

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
  const bySection = groupBy(layer.entries, ({ kind }) => kind);
  return {
    uri: layer.uri,
    title: layer.title,
    owner: layer.owner,
    reviewed: layer.reviewed,
    apis: all(bySection.get('apis'), 'api'),
    threats: all(bySection.get('threats'), 'threat'),
    mitigations: all(bySection.get('mitigations'), 'mitigation'),
    notApplicable: all(bySection.get('notApplicable'), 'notApplicable'),
    actors: all(bySection.get('actors'), 'actor'),
    flows: all(bySection.get('flows'), 'flow'),
    rules: all(bySection.get('rules'), 'rule'),
    businessFlows: all(bySection.get('businessFlows'), 'businessFlow'),
    data: nearestFirst(all(bySection.get('data'), 'data')),
    environments: all(bySection.get('environments'), 'environment'),
    goals: all(bySection.get('goals'), 'goal'),
    zones: all(bySection.get('zones'), 'zone'),
    components: all(bySection.get('components'), 'component'),
    assumptions: all(bySection.get('assumptions'), 'assumption'),
    risk: riskOf(layer.risk),
    names: layer.names,
    acceptable: layer.risk.acceptable ?? 'low',
    problems: [...problems, ...layer.problems],
    at: layer.at,
    includes: layer.includes,
    files: layer.files,
    shared: includers.length > 0,
    borrowed: borrowedBy(layer, includers),
    sites: [],
    fileless: false,
  };
}

/** What the entries of one section say. */
function all<K extends Said>(entries: readonly Entry[] | undefined, key: K): NonNullable<Entry[K]>[] {
  const found: NonNullable<Entry[K]>[] = [];
  for (const entry of entries ?? []) {
    const said = entry[key];
    if (said !== undefined) found.push(said);
  }
  return found;
}

/** The first that names a field counts: a file's own before those that it includes. Entries stand the other way about. */
function nearestFirst(data: readonly ModelData[]): readonly ModelData[] {
  return [...groupBy(data, ({ at }) => at.uri).values()].reverse().flat();
}
