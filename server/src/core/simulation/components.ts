import type { Model, ModelComponent, ModelFlow } from '../model/types';
import type { Builder } from './builder';
import type { DataOf } from './data-of';
import { zoneNode } from './places';
import { GUESSES } from './probability';
import { isNamed, type Placed } from './surroundings';

const KEEPS_DATA = new Set(['datastore', 'cache', 'queue']);

/** What a model says of components and flows: what falls when something beside it has fallen. */
export function addComponents(builder: Builder, model: Model, apis: readonly Placed[], data: DataOf): void {
  for (const component of model.components) addComponent(builder, model, component, data);
  for (const flow of model.flows) addFlow(builder, model, flow, apis, data);
}

function addComponent(builder: Builder, model: Model, { id, zone, kind, holds }: ModelComponent, data: DataOf): void {
  const takenOver = builder.component(id, 'taken-over');
  for (const node of dataNamed(model, holds, data)) builder.edge(takenOver, node, { text: `reads what ${id} holds` });
  if (kind === 'external') return;
  builder.edge(takenOver, zoneNode(builder, zone), { text: `goes on from ${id} to what stands beside it` });
  if (zone === '') return;
  const guess = `Whoever is in the zone ${zone} takes ${id} over with probability ${GUESSES.neighbour}.`;
  builder.guessed(zoneNode(builder, zone), takenOver, GUESSES.neighbour, `takes ${id} over from inside`, guess);
}

function addFlow(builder: Builder, model: Model, flow: ModelFlow, apis: readonly Placed[], data: DataOf): void {
  flow.hops.forEach((hop, index) => {
    const next = flow.hops[index + 1];
    const from = takenOverNode(builder, model, hop, apis);
    if (from === null) return;
    for (const node of dataNamed(model, flow.carries, data)) {
      builder.edge(from, node, { text: `reads along at ${hop}` });
    }
    if (next !== undefined) addHop(builder, model, { hop, next, from }, apis);
  });
}

interface Hop {
  readonly hop: string;
  readonly next: string;
  readonly from: number;
}

/** What is called trusts its caller: an API with the login that the caller has, a store of data with what it keeps. */
function addHop(builder: Builder, model: Model, { hop, next, from }: Hop, apis: readonly Placed[]): void {
  for (const { api, nodes } of apis) {
    if (!isNamed(next, model, api)) continue;
    builder.edge(from, nodes.reached, { text: `calls ${api.id} from ${hop}` });
    builder.edge(from, nodes.login, { text: `calls ${api.id} with the login of ${hop}` });
  }
  const component = model.components.find(({ id }) => id === next);
  if (component === undefined || !KEEPS_DATA.has(component.kind ?? '')) return;
  const target = builder.component(next, 'taken-over');
  builder.edge(from, target, { text: `commands ${next} as ${hop} does` });
}

function takenOverNode(builder: Builder, model: Model, id: string, apis: readonly Placed[]): number | null {
  const api = apis.find((one) => isNamed(id, model, one.api));
  if (api !== undefined) return api.nodes.takenOver;
  const isOurs = model.components.some((one) => one.id === id);
  return isOurs ? builder.component(id, 'taken-over') : null;
}

export function dataNamed(model: Model, ids: readonly string[], data: DataOf): number[] {
  return model.data.flatMap((entry) => {
    const node = ids.includes(entry.id) ? data.nodeOf(entry) : null;
    return node === null ? [] : [node];
  });
}
