import type { Model, ModelGoal } from '../../model/types';
import { memo } from '../../text';
import type { Analysis } from '../types';
import { againstGoal } from './against-goal';
import { type Asked, type AskedClause, askedOfGoal } from './asked-of-goal';
import { contextOf } from './context-of';
import { flowsAgainst } from './flows-against';
import type { GoalReport, GoalState, GoalWeight } from './goal-types';

/** How every goal of the models stands, in their order. What several models include is told for each that has APIs. */
export const goalReports: (analysis: Analysis) => readonly GoalReport[] = memo((analysis) =>
  analysis.models
    .filter(({ goals, shared, apis }) => goals.length > 0 && (apis.length > 0 || !shared))
    .flatMap((model) => model.goals.map((goal) => reportOn(goal, model, analysis))),
);

function reportOn(goal: ModelGoal, model: Model, analysis: Analysis): GoalReport {
  const context = contextOf(model, analysis);
  const asked = askedOfGoal(goal, context);
  const findings = againstGoal(goal, asked, context);
  const flows = flowsAgainst(goal, model, asked.regulation);
  const { regulation, operations, clauses } = asked;
  return {
    goal,
    model,
    regulation,
    state: stateOf([...findings, ...flows], asked),
    operations: operations.length,
    findings,
    flows,
    questions: clauses,
  };
}

function stateOf(against: readonly { readonly weight: GoalWeight }[], { clauses, operations }: Asked): GoalState {
  if (against.some(({ weight }) => weight === 'breaks')) return 'broken';
  if (against.some(({ weight }) => weight === 'endangers')) return 'at-risk';
  const isSettled = clauses.every((one) => !isPending(one));
  return isSettled && operations.length > 0 ? 'met' : 'at-risk';
}

/** Whether somebody still has to answer a question; what was found against it weighs by itself. */
export function isPending({ state }: AskedClause): boolean {
  return state === 'unanswered' || state === 'planned';
}
