import { type Clause, type Regulation, regulationOf } from '../../catalogue';
import type { ModelGoal } from '../../model/types';
import type { Operation } from '../../openapi/types';
import { AGAINST } from '../goal-lines';
import type { ApiAnalysis, CategoryState } from '../types';
import { derivedAnswer } from './derive-answer';
import { type GoalContext, type GoalOperation, handles, operationsOfGoal } from './goal-context';
import { implicitClause } from './implicit-clause';
import { NamingAnswers } from './naming-answers';
import { openOperations } from './open-rules';
import { lettered, shownAnswers } from './shown-answers';
import { ANSWERS, type Answer, Tally } from './tally';

/** A question that a goal's regulation asks of what it protects, and what became of it. */
export interface AskedClause {
  readonly clause: Clause;
  /** The worst of the goal's operations. */
  readonly state: CategoryState;
  /** How many operations are in that state, and how many it is asked of. */
  readonly left: number;
  readonly operations: number;
  /** Ids of the answers that name it, the reasons against it, or what was derived; empty where states of categories say it. */
  readonly by: readonly string[];
}

/** What a goal asks. */
export interface Asked {
  /** Null where none is behind it, or one that is a label to us. */
  readonly regulation: Regulation | null;
  readonly operations: readonly GoalOperation[];
  readonly clauses: readonly AskedClause[];
}

/** What a goal asks of the operations that it protects, question by question; nothing where it reaches none yet. */
export function askedOfGoal(goal: ModelGoal, context: GoalContext): Asked {
  const regulation = regulationOf(goal.regulation) ?? null;
  const operations = operationsOfGoal(goal, context, regulation?.classes ?? []);
  const asked = regulation?.clauses ?? [implicitClause(goal)];
  const counts = operations.length === 0 ? [] : tallied(goal, context, operations, asked);
  const clauses = counts.map(({ clause, tally: { state, left, by } }) => {
    return { clause, state, left, by, operations: operations.length };
  });
  return { regulation, operations, clauses };
}

/** A goal for one property asks what is about it, or about no category; some questions are about some classes of data alone. */
function isAsked(
  { stride, classes }: Clause,
  { property, protects }: ModelGoal,
  { model }: GoalContext,
  operations: readonly GoalOperation[],
): boolean {
  if (property !== null && stride.length > 0 && !lettered(stride).includes(AGAINST[property])) return false;
  if (classes === undefined || operations.some((one) => handles(one, classes))) return true;
  return protects.some(({ where }) =>
    model.data.some(({ id, class: said }) => where.kind === 'named' && where.id === id && classes.includes(said)),
  );
}

/** A question on its way through the operations. */
interface Asking {
  readonly clause: Clause;
  /** Its place in the list of clauses. */
  readonly index: number;
  readonly answers: NamingAnswers;
  /** Operations on which something that speaks against it is open, by their API. */
  readonly open: ReadonlyMap<ApiAnalysis, readonly ReadonlySet<Operation>[]>;
  readonly tally: Tally;
}

/** One clause at a time would walk over the operations again and again. */
function tallied(
  goal: ModelGoal,
  context: GoalContext,
  operations: readonly GoalOperation[],
  clauses: readonly Clause[],
): readonly Asking[] {
  const asking = clauses.flatMap((clause, index): Asking[] => {
    if (!isAsked(clause, goal, context, operations)) return [];
    const open = new Map(context.apis.map((api) => [api, openOperations(api, clause.rules)]));
    return [{ clause, index, answers: new NamingAnswers(clause, context), open, tally: new Tally() }];
  });
  for (const one of operations) {
    const states = one.api.coverage.get(one.operation);
    const shown = states === undefined ? [] : shownAnswers(clauses, one.operation, states);
    for (const question of asking) {
      const said = saidOn(one, question) ?? shown[question.index] ?? null;
      question.tally.add(said ?? derivedAnswer(question.clause.derived, goal, context, one) ?? ANSWERS.unanswered);
    }
  }
  return asking;
}

/** What people say counts first, then what is found and open. */
function saidOn({ api, operation }: GoalOperation, { answers, open }: Asking): Answer | null {
  const named = answers.on(operation);
  if (named !== null) return named;
  if (answers.denies(operation)) return ANSWERS.threatened;
  return open.get(api)?.some((found) => found.has(operation)) === true ? ANSWERS.threatened : null;
}
