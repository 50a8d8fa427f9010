import type { Model, ModelFlow, ModelGoal, ModelProblem } from '../types';
import type { ModelWord } from '../words/word';
import { type Check, type WordIndex, writing } from './input';

/** Protocols that encrypt what they carry; a name that says so (`grpcs`, `http2 over tls`) is as good. */
const ENCRYPTED =
  /(?:^|[^a-z])(?:m?tls|ssl|https|ssh|sftp|scp|wss|quic|ipsec|vpn|wireguard|h3)(?:$|[^a-z])|^(?:http3|[a-z]+\+tls|(?:ft|amq|ld|im|sm|mq)[a-z]*s|grpcs|rediss|postgres?s|kafkas|coaps|dot|doh)$/i;

/** Whether a flow is said to go in clear text; nothing is known of one that says nothing. */
export function isClear({ over }: Pick<ModelFlow, 'over'>): boolean {
  return over !== '' && !ENCRYPTED.test(over);
}

const SECURE_NAMES: Readonly<Record<string, string>> = {
  http: 'https',
  ws: 'wss',
  amqp: 'amqps',
  mqtt: 'mqtts',
  ldap: 'ldaps',
  ftp: 'sftp',
  grpc: 'grpcs',
  redis: 'rediss',
};

/** Data that a goal protects and that crosses from one zone into another unencrypted. */
export const clearText: Check = ({ model, words }) => {
  if (model.goals.length === 0 || model.flows.length === 0) return [];
  const zones = zonesOf(model);
  const goals = goalsByData(model);
  return model.flows
    .filter(({ at }) => at.uri === model.uri)
    .flatMap((flow) => problemsOf(flow, { zones, goals, overOf: (one) => overIn(one, words) }));
};

interface Around {
  readonly zones: ReadonlyMap<string, string>;
  readonly goals: ReadonlyMap<string, ModelGoal>;
  /** The word that says over what a flow goes. */
  readonly overOf: (flow: ModelFlow) => ModelWord | undefined;
}

/** Flows that carry data of a goal from one zone into another and do not say that they are encrypted. */
export function openFlowsOf(
  goal: ModelGoal,
  model: Model,
): readonly { readonly flow: ModelFlow; readonly data: string }[] {
  const zones = zonesOf(model);
  const goals = goalsByData({ ...model, goals: [goal] });
  return model.flows.flatMap((flow) => {
    const data = flow.carries.find((id) => goals.has(id));
    return data === undefined || isClosed(flow, zones) ? [] : [{ flow, data }];
  });
}

function isClosed(flow: ModelFlow, zones: ReadonlyMap<string, string>): boolean {
  return (flow.over !== '' && !isClear(flow)) || crossingOf(flow, zones) === null;
}

function problemsOf(flow: ModelFlow, { zones, goals, overOf }: Around): ModelProblem[] {
  const data = flow.carries.find((id) => goals.has(id));
  const goal = data === undefined ? undefined : goals.get(data);
  const crossing = crossingOf(flow, zones);
  if (goal === undefined || crossing === null || isClosed(flow, zones)) return [];
  const told = `\`${data}\` leaves the zone \`${zones.get(crossing.from)}\` here, and the goal \`${goal.id}\` protects it`;
  if (flow.over === '') {
    const message = `${told}: say under \`over\` what encrypts it`;
    return [{ code: 'unknown-transport', message, severity: 'information', at: flow.at }];
  }
  const message = `${told}: \`${flow.over}\` carries it in clear text`;
  const over = overOf(flow);
  const fix = over === undefined ? {} : writing(over, SECURE_NAMES[flow.over.toLowerCase()]);
  return [{ code: 'clear-text', message, severity: 'warning', at: over?.at ?? flow.at, ...fix }];
}

function crossingOf({ hops }: ModelFlow, zones: ReadonlyMap<string, string>): { readonly from: string } | null {
  for (let index = 1; index < hops.length; index++) {
    const from = hops[index - 1] ?? '';
    const [first, second] = [zones.get(from), zones.get(hops[index] ?? '')];
    if (first !== undefined && second !== undefined && first !== second) return { from };
  }
  return null;
}

function zonesOf({ apis, components, actors }: Model): ReadonlyMap<string, string> {
  const things = [...apis, ...components, ...actors].filter(({ zone }) => zone !== '');
  return new Map(things.map(({ id, zone }) => [id, zone]));
}

/** The first goal that protects each data, where confidentiality or integrity are part of it. */
export function goalsByData({ goals, names }: Model): ReadonlyMap<string, ModelGoal> {
  const found = new Map<string, ModelGoal>();
  for (const goal of goals) {
    if (goal.property !== null && goal.property !== 'confidentiality' && goal.property !== 'integrity') continue;
    for (const { where } of goal.protects) {
      if (where.kind !== 'named' || names.get(where.id) !== 'data' || found.has(where.id)) continue;
      found.set(where.id, goal);
    }
  }
  return found;
}

function overIn({ at }: ModelFlow, words: WordIndex): ModelWord | undefined {
  const name = at.block.text.slice(at.start, at.end);
  return words
    .of('text')
    .find(({ section, entry, key }) => section === 'flows' && entry === name && key?.name === 'over');
}
