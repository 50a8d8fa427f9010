import type { Model, ModelApi, ModelComponent } from '../model';
import type { Operation } from '../openapi/types';
import { memo } from '../text';
import type { NamedIn } from './name-specs';

const entryOf: (component: ModelComponent) => ModelApi = memo(({ id, zone, spec, specAt, at }) => ({
  id,
  spec,
  specAt,
  zone,
  owner: '',
  at,
  exposure: null,
  lifecycle: 'production',
  lifecycleAt: at,
  replaces: [],
  sunset: null,
  servers: [],
  versionedBy: '',
}));

/** The components of a model that have a `spec`, as entries that name descriptions. */
export const calledEntries: (model: Model) => readonly ModelApi[] = memo(({ components }) =>
  components.filter(({ spec }) => spec !== '').map(entryOf),
);

/** Whether components name a description and no API does: somebody else's, whose operations we call. */
export function isCalledOnly(models: readonly NamedIn[]): boolean {
  return models.length > 0 && models.every(({ called }) => called);
}

/** The models whose word on rules, data and the line counts: those of which it is an API, else those that call it. */
export function speakersOf(models: readonly NamedIn[]): readonly NamedIn[] {
  return isCalledOnly(models) ? models : models.filter(({ called }) => !called);
}

/** Whether we make the call: a webhook or callback of ours, or an operation of somebody else. */
export function isOutgoing({ kind }: Pick<Operation, 'kind'>, isCalled: boolean): boolean {
  return (kind === 'operation') === isCalled;
}

/** Which calls between us and somebody else some flow shows: those that we make, and those that come back. */
export interface Traffic {
  readonly out: boolean;
  readonly back: boolean;
}

/** One object for each, so that they can be compared by identity. */
const TRAFFIC: readonly Traffic[] = [false, true].flatMap((out) => [false, true].map((back) => ({ out, back })));

/** What the flows of the models show of the components that name a description; null where it is an API of ours. */
export function trafficOf(models: readonly NamedIn[]): Traffic | null {
  if (!isCalledOnly(models)) return null;
  const hops = models.flatMap(({ model, entry, id }) =>
    model.flows.map((flow) => ({ length: flow.hops.length, at: placesOf(flow.hops, [entry.id, id]) })),
  );
  const out = hops.some(({ at }) => at.some((index) => index > 0));
  const back = hops.some(({ at, length }) => at.some((index) => index < length - 1));
  return TRAFFIC.find((one) => one.out === out && one.back === back) ?? null;
}

function placesOf(hops: readonly string[], ids: readonly string[]): number[] {
  return hops.flatMap((hop, index) => (ids.includes(hop) ? [index] : []));
}
