import type { Model, ModelFlow, Statement, Where } from '../../model/types';
import type { Operation } from '../../openapi/types';
import { closes, excepts, type Target } from '../closes';
import { environmentsOf, holdingIn, worstState } from '../environments';
import { standingOf } from '../standing';
import { isAnswered } from '../states';
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

/** As with a finding: the best of the answers counts, in the environment where that is worst. */
function isSettled(model: Model, today: string, reaches: Reaches): boolean {
  const stood = model.mitigations
    .filter(
      (answer) =>
        answer.covers.some((statement) => closes(answer, statement, CLEAR) && reaches(statement)) &&
        !answer.except.some((statement) => excepts(statement, CLEAR) && reaches(statement)),
    )
    .map((owner) => ({ owner, standing: standingOf(owner, false, today) }));
  return isAnswered(worstState(holdingIn(stood, environmentsOf([model]))));
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
