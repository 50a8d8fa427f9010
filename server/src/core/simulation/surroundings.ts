import type { ApiAnalysis } from '../coverage/types';
import type { Model, ModelActor, ModelZone, Statement } from '../model/types';
import type { Operation } from '../openapi/types';
import type { Builder } from './builder';
import { asksForNoLogin, type Login } from './logins';
import { type ApiNodes, outside, zoneNode } from './places';
import { GUESSES } from './probability';

export interface Placed {
  readonly api: ApiAnalysis;
  readonly nodes: ApiNodes;
  /** Of operations that are open as described. */
  readonly logins: ReadonlyMap<Operation, Login>;
}

/** How attackers come before each API, and to a login there. */
export function addWaysIn(builder: Builder, apis: readonly Placed[], models: readonly Model[]): void {
  const start = outside(builder);
  addZones(builder, start, models);
  const welcome = new Set(models.flatMap((model) => addActors(builder, start, model, apis)));
  for (const { api, nodes, logins } of apis) {
    addExposure(builder, start, api, nodes);
    if (api.description.schemes.size === 0 && api.description.operations.some(asksForNoLogin)) {
      builder.guess(`${api.id}: nobody need log in, since the description speaks of no login.`);
    }
    builder.edge(nodes.around, nodes.reached, { text: `calls ${api.id} from inside` });
    const asks = api.description.operations.some((operation) => !asksForNoLogin(operation));
    if ((!asks && logins.size === 0) || welcome.has(api)) continue;
    const who = asks ? 'whoever comes before it' : 'once callers must log in, whoever comes before it';
    const guess = `${api.id}: ${who} gets an account with probability ${GUESSES.account}, since no model says who logs in.`;
    builder.guessed(nodes.reached, nodes.login, GUESSES.account, `gets an account at ${api.id}`, guess);
  }
}

function addExposure(builder: Builder, start: number, { id, exposure, models }: ApiAnalysis, nodes: ApiNodes): void {
  if (exposure === 'internet') {
    const said = models.some(({ entry }) => entry.exposure !== null);
    const guess = said ? '' : `${id}: the internet reaches it, as far as its servers tell.`;
    builder.edge(start, nodes.reached, { text: `calls ${id}`, guess });
  } else if (exposure === 'partner') {
    const guess = `${id}: somebody gets into a partner's network with probability ${GUESSES.partner}.`;
    builder.guessed(start, nodes.reached, GUESSES.partner, "gets into a partner's network", guess);
  } else if (models.every(({ entry }) => entry.zone === '')) {
    addIntruder(builder, start, nodes.around, 'the inner network', GUESSES.inside);
  }
}

function addZones(builder: Builder, start: number, models: readonly Model[]): void {
  for (const { id, trust } of models.flatMap(({ zones }) => zones)) {
    if (trust === 'untrusted') builder.edge(start, zoneNode(builder, id), { text: `acts from ${id}` });
    else addIntruder(builder, start, zoneNode(builder, id), `the zone ${id}`, likelihoodOf(trust));
  }
}

function likelihoodOf(trust: ModelZone['trust']): number {
  return trust === 'semi-trusted' ? GUESSES.between : GUESSES.inside;
}

function addIntruder(builder: Builder, start: number, node: number, where: string, probability: number): void {
  const guess = `Somebody from outside gets into ${where} with probability ${probability}.`;
  builder.guessed(start, node, probability, `gets into ${where}`, guess);
}

/** The actors of a model and the logins that they have; gives the APIs of which it says who logs in. */
function addActors(builder: Builder, start: number, model: Model, apis: readonly Placed[]): ApiAnalysis[] {
  return model.actors.flatMap((actor) => {
    const called = apis.filter(({ api }) => mayCall(model, actor, api));
    if (called.length === 0) return [];
    const node = actorNode(builder, start, model, actor);
    for (const { api, nodes } of called) {
      builder.edge(node, nodes.reached, { text: `calls ${api.id}` });
      builder.edge(node, nodes.login, { text: `logs in at ${api.id}` });
    }
    return called.map(({ api }) => api);
  });
}

function actorNode(builder: Builder, start: number, model: Model, { id, zone }: ModelActor): number {
  const node = builder.node(`actor ${id}`, id);
  const trust = model.zones.find((one) => one.id === zone)?.trust ?? null;
  if (zone === '' || trust === 'untrusted') {
    builder.edge(start, node, { text: `acts as ${id}` });
    return node;
  }
  const guess = `${id} means harm, or somebody has a login of theirs, with probability ${GUESSES.insider}.`;
  builder.guessed(start, node, GUESSES.insider, `acts as ${id}`, guess);
  return node;
}

/** By what the actor calls, or else by the first API on each flow that begins with it. */
function mayCall(model: Model, { id, calls }: ModelActor, api: ApiAnalysis): boolean {
  if (calls.length > 0) return calls.some(({ where }) => isAt(where, model, api));
  return model.flows.some(({ hops }) => {
    if (hops[0] !== id) return false;
    const first = hops.slice(1).find((hop) => model.apis.some((one) => one.id === hop) || isNamed(hop, model, api));
    return first !== undefined && isNamed(first, model, api);
  });
}

/** Whether a place of a model is this API, or lies in it. */
export function isAt(where: Statement['where'], model: Model, api: ApiAnalysis): boolean {
  if (where.kind === 'named') return isNamed(where.id, model, api);
  if (where.kind === 'flow') return isNamed(where.hops.at(-1) ?? '', model, api);
  if (where.kind === 'here') return false;
  if (where.api === '') return api.models.some((named) => named.model === model);
  return where.api === 'every' || isNamed(where.api, model, api);
}

/** Whether a model means this API by an id: its own, or that of the entry which names several. */
export function isNamed(id: string, model: Model, { models }: ApiAnalysis): boolean {
  return models.some((named) => named.model === model && (named.id === id || named.entry.id === id));
}
