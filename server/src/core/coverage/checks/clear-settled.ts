import type { Mitigation, Model, ModelFlow, Statement, Where } from '../../model/types';
import type { Operation } from '../../openapi/types';
import { closes, excepts, type Target } from '../closes';
import { standingOf } from '../standing';
import { type CoverageInput, operationsOf } from './input';

/** One step of a flow. */
export interface Hop {
  readonly from: string;
  readonly to: string;
}

/** That something is sent in clear text is shown: what it is called, a control against it, or somebody who takes it settles that. */
const CLEAR: Target = {
  ruleId: 'cleartext-transport',
  threatId: '',
  categories: ['information-disclosure'],
  certainty: 'shown',
  part: '',
  cause: '',
};

type Reaches = (statement: Statement) => boolean;

/** Whether an answer that counts today, and everywhere, settles that a step of a flow goes in clear text. */
export function isFlowSettled(flow: ModelFlow, hop: Hop, { model, today }: CoverageInput): boolean {
  return isSettled(model, today, ({ where }) => reachesHop(where, flow, hop, model));
}

/** The same for the clear text in which an operation is served. */
export function isServingSettled(operation: Operation, { model, binding, today }: CoverageInput): boolean {
  return isSettled(model, today, (statement) => operationsOf(statement, binding).has(operation));
}

function isSettled({ mitigations }: Model, today: string, reaches: Reaches): boolean {
  return mitigations.some(
    (answer) =>
      counts(answer, today) &&
      answer.covers.some((statement) => closes(answer, statement, CLEAR) && reaches(statement)) &&
      !answer.except.some((statement) => excepts(statement, CLEAR) && reaches(statement)),
  );
}

function counts(answer: Mitigation, today: string): boolean {
  const { state } = standingOf(answer, false, today);
  return state !== null && state !== 'planned' && answer.in.length === 0;
}

/** Whether a place is the flow or the step, or what stands at an end of the step. */
function reachesHop(where: Where, { hops }: ModelFlow, { from, to }: Hop, { apis }: Model): boolean {
  if (where.kind === 'named') return where.id === from || where.id === to;
  if (where.kind === 'api') {
    const isMeant = ({ id }: { readonly id: string }) => where.api === 'every' || where.api === id || apis.length === 1;
    return apis.some((api) => (api.id === from || api.id === to) && isMeant(api));
  }
  if (where.kind !== 'flow') return false;
  const chain = ` ${where.hops.join(' ')} `;
  return chain.includes(` ${from} ${to} `) && ` ${hops.join(' ')} `.includes(chain);
}
