import type { Analysis, AskedClause } from '../../coverage';
import { goalReports } from '../../coverage';
import type { Model, ModelGoal } from '../../model/types';
import type { LensEntry } from './lens-entry';

/** A question of a regulation, and the goal that it is asked for. */
export interface CoveredClause {
  readonly goal: ModelGoal;
  readonly asked: AskedClause;
}

/** Questions of regulations that an entry answers by their names, for each goal that asks. */
export function clausesBy(analysis: Analysis, model: Model, { asks, statement }: LensEntry): CoveredClause[] {
  const statements = [...asks.map((one) => one.statement), ...(statement === null ? [] : [statement])];
  const named = new Set(statements.flatMap(({ what }) => what?.rules ?? []));
  if (named.size === 0) return [];
  return goalReports(analysis)
    .filter((report) => report.model === model)
    .flatMap(({ goal, questions }) =>
      questions.filter(({ clause }) => named.has(clause.id)).map((asked) => ({ goal, asked })),
    );
}
