import { isClear } from '../../model';
import type { Model, ModelActor, ModelComponent, ModelFlow } from '../../model/types';
import { isAt, isNamed } from '../../simulation/surroundings';
import { threatsTo } from './component-threats';
import type { Landscape } from './landscape';
import type { ShownApi } from './shown-apis';

/** A model, and the APIs that are drawn. */
export interface Source {
  readonly model: Model;
  readonly apis: readonly ShownApi[];
  /** Those that an id of the model means. */
  named(id: string): readonly ShownApi[];
}

/** Draws what a model says of what stands around the APIs. */
export function drawModel(landscape: Landscape, source: Source): void {
  const { model } = source;
  for (const { id, trust, at } of model.zones) landscape.zone({ id, trust, guessed: false, at });
  for (const flow of model.flows) drawFlow(landscape, source, flow);
  for (const component of model.components) drawComponent(landscape, source, component);
  for (const actor of model.actors) drawActor(landscape, source, actor);
}

function drawFlow(landscape: Landscape, source: Source, flow: ModelFlow): void {
  const { carries, over, at, hops } = flow;
  const ends = hops.map((hop) => thingsNamed(landscape, source, hop));
  const told = { carries, over, clear: isClear(flow), guessed: false, at };
  for (let index = 1; index < ends.length; index++) {
    for (const from of ends[index - 1] ?? []) {
      for (const to of ends[index] ?? []) landscape.call({ from, to, ...told });
    }
  }
}

/** What a hop of a flow means, drawn; something of that name where no entry has it. */
function thingsNamed(landscape: Landscape, source: Source, id: string): readonly string[] {
  const { model } = source;
  const called = source.named(id);
  if (called.length > 0) return called.map((one) => one.id);
  const component = model.components.find((one) => one.id === id);
  if (component !== undefined) return [drawComponent(landscape, source, component)];
  const actor = model.actors.find((one) => one.id === id);
  if (actor !== undefined) return [drawPerson(landscape, actor)];
  const unknown = { detail: '', zone: '', level: null, threats: 0, at: null } as const;
  return [landscape.thing({ id: `component ${id}`, kind: 'service', label: id, guessed: true, ...unknown })];
}

function drawComponent(landscape: Landscape, { model }: Source, component: ModelComponent): string {
  const { id, kind, zone, at } = component;
  return landscape.thing({
    id: `component ${id}`,
    kind: kind ?? 'service',
    label: id,
    detail: detailOf(component),
    zone,
    ...threatsTo(model, id),
    guessed: false,
    at,
  });
}

function detailOf({ holds, provider }: ModelComponent): string {
  if (holds.length > 0) return `holds ${holds.join(', ')}`;
  return provider === '' ? '' : `run by ${provider}`;
}

function drawPerson(landscape: Landscape, { id, zone, at }: ModelActor): string {
  const none = { detail: '', level: null, threats: 0 } as const;
  return landscape.thing({ id: `actor ${id}`, kind: 'actor', label: id, zone, ...none, guessed: false, at });
}

/** An actor with the calls that no flow shows already. */
function drawActor(landscape: Landscape, source: Source, actor: ModelActor): void {
  const { model, apis } = source;
  const from = drawPerson(landscape, actor);
  const flows = model.flows.filter(({ hops }) => hops[0] === actor.id);
  for (const { id, api } of apis) {
    if (!actor.calls.some(({ where }) => isAt(where, model, api))) continue;
    if (flows.some(({ hops }) => hops.some((hop) => isNamed(hop, model, api)))) continue;
    landscape.call({ from, to: id, carries: [], over: '', clear: false, guessed: false, at: actor.at });
  }
}
