import type { Regulation } from '../../catalogue';
import type { Model, ModelGoal } from '../../model/types';
import { openFlowsOf } from '../checks/clear-flows';
import type { GoalFlow } from './goal-types';

/** Flows that carry a goal's data across zones unencrypted, or over nobody knows what. */
export function flowsAgainst(goal: ModelGoal, model: Model, regulation: Regulation | null): readonly GoalFlow[] {
  const clause = regulation?.clauses.find(({ rules }) => rules.includes('cleartext-transport')) ?? null;
  return openFlowsOf(goal, model).map(({ flow, data }) => ({
    flow,
    data,
    weight: flow.over === '' ? 'endangers' : 'breaks',
    clause,
  }));
}
