import { isClear, type Model, type WordIndex, writing } from '../../model';
import type { ModelFlow, ModelGoal, ModelProblem } from '../../model/types';
import type { ModelWord } from '../../model/words/word';
import { type Hop, isFlowSettled } from './clear-settled';
import type { CoverageCheck, CoverageInput } from './input';

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

/** Data that a goal protects and that crosses from one zone into another unencrypted, unless an answer settles it. */
export const clearFlows: CoverageCheck = (input) => {
  const { model, words } = input;
  if (model.goals.length === 0 || model.flows.length === 0) return [];
  const zones = zonesOf(model);
  const goals = goalsByData(model);
  return model.flows
    .filter(({ at }) => at.uri === model.uri)
    .flatMap((flow) => problemsOf(flow, { input, zones, goals, overOf: (one) => overIn(one, words) }));
};

interface Around {
  readonly input: CoverageInput;
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
  return (flow.over !== '' && !isClear(flow)) || crossingsOf(flow, zones).length === 0;
}

function problemsOf(flow: ModelFlow, { input, zones, goals, overOf }: Around): ModelProblem[] {
  if (isClosed(flow, zones)) return [];
  const data = flow.carries.find((id) => goals.has(id));
  const goal = data === undefined ? undefined : goals.get(data);
  if (goal === undefined) return [];
  const crossing = crossingsOf(flow, zones).find((hop) => !isFlowSettled(flow, hop, input));
  if (crossing === undefined) return [];
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

function crossingsOf({ hops }: ModelFlow, zones: ReadonlyMap<string, string>): Hop[] {
  return hops.slice(1).flatMap((to, index) => {
    const from = hops[index] ?? '';
    const [first, second] = [zones.get(from), zones.get(to)];
    return first !== undefined && second !== undefined && first !== second ? [{ from, to }] : [];
  });
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
