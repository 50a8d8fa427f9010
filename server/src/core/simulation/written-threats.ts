import type { Mitigation, Model, ModelFlow, ModelThreat } from '../model/types';
import { leftBy } from '../risk';
import type { Stride } from '../rules/types';
import type { Builder } from './builder';
import { isToCome, saidMeasures } from './candidates';
import { dataNamed } from './components';
import type { DataOf } from './data-of';
import { outside } from './places';
import { probabilityOfThreat } from './probability';
import type { Placed } from './surroundings';

/** Written threats to components and flows behind which no operation stands; the others are findings. */
export function addThreats(builder: Builder, model: Model, apis: readonly Placed[], data: DataOf): void {
  const told = new Set(apis.flatMap(({ api }) => api.findings.map(({ threat }) => threat)));
  for (const threat of model.threats) if (!told.has(threat)) addThreat(builder, model, threat, data);
}

function addThreat(builder: Builder, model: Model, threat: ModelThreat, data: DataOf): void {
  const targets = threat.affects.flatMap(({ where }) => {
    if (where.kind === 'flow') return carriedAlong(model, where.hops, data);
    return where.kind === 'named' ? harmedAt(builder, model, where.id, threat.stride, data) : [];
  });
  if (targets.length === 0) return;
  const answers = model.mitigations.filter((answer) => isAnswerTo(answer, threat.id));
  const way = {
    text: threat.title === '' ? threat.id : threat.title,
    draw: `threat ${threat.id}`,
    probability: probabilityOfThreat(threat) * leftBy(answers),
    lowered: saidMeasures(builder, answers.filter(isToCome), {
      finding: threat.id,
      touched: null,
      certainty: 'shown',
    }),
  };
  for (const from of attackersOf(builder, threat)) for (const target of targets) builder.edge(from, target, way);
}

/** Whether an answer speaks of a written threat. */
export function isAnswerTo({ covers }: Mitigation, threat: string): boolean {
  return covers.some(({ where, what }) => {
    return what === null ? where.kind === 'named' && where.id === threat : what.rules.includes(threat);
  });
}

/** The actors who are said to do it, as far as they call anything; else anyone. */
function attackersOf(builder: Builder, { by }: ModelThreat): readonly number[] {
  const known = by.filter((id) => builder.has(`actor ${id}`));
  return known.length === 0 ? [outside(builder)] : known.map((id) => builder.node(`actor ${id}`, id));
}

function carriedAlong(model: Model, hops: readonly string[], data: DataOf): number[] {
  return model.flows.filter((flow) => contains(flow, hops)).flatMap(({ carries }) => dataNamed(model, carries, data));
}

function contains(flow: ModelFlow, hops: readonly string[]): boolean {
  return flow.hops.some((_, at) => hops.every((hop, index) => flow.hops[at + index] === hop));
}

function harmedAt(builder: Builder, model: Model, id: string, stride: readonly Stride[], data: DataOf): number[] {
  const component = model.components.find((one) => one.id === id);
  if (component === undefined) return [];
  const nodes = new Set<number>();
  for (const category of stride) {
    if (category === 'denial-of-service') nodes.add(builder.component(id, 'stopped'));
    else if (category === 'spoofing' || category === 'elevation-of-privilege') {
      nodes.add(builder.component(id, 'taken-over'));
    } else if (category !== 'repudiation') for (const node of dataNamed(model, component.holds, data)) nodes.add(node);
  }
  return [...nodes];
}
