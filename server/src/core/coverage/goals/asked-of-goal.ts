import { type Clause, type Regulation, regulationOf, type StrideLetter } from '../../catalogue';
import type { ModelGoal } from '../../model/types';
import type { Operation } from '../../openapi/types';
import { shownControl } from '../../rules';
import { STRIDE, type Stride } from '../../rules/types';
import { memo } from '../../text';
import { AGAINST } from '../goal-lines';
import type { CategoryState } from '../types';
import { derivedAnswer } from './derive-answer';
import { type GoalContext, type GoalOperation, handles, operationsOfGoal } from './goal-context';
import { implicitClause } from './implicit-clause';
import { NamingAnswers } from './naming-answers';
import { openOperations } from './open-rules';

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
  const clauses =
    operations.length === 0
      ? []
      : asked
          .filter((clause) => isAsked(clause, goal, context, operations))
          .map((clause) => stateOf(clause, goal, context, operations));
  return { regulation, operations, clauses };
}

/** The categories that letters stand for. */
export function lettered(letters: readonly StrideLetter[]): readonly Stride[] {
  return STRIDE.filter((category) => letters.some((letter) => category.startsWith(letter.toLowerCase())));
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

interface Answer {
  readonly state: CategoryState;
  readonly by: readonly string[];
}

function stateOf(
  clause: Clause,
  goal: ModelGoal,
  context: GoalContext,
  operations: readonly GoalOperation[],
): AskedClause {
  const answers = new NamingAnswers(clause, context);
  const categories = lettered(clause.stride);
  let state: CategoryState = 'not-applicable';
  let by = new Set<string>();
  let left = 0;
  const open = new Map(context.apis.map((api) => [api, openOperations(api, clause.rules)]));
  for (const one of operations) {
    const answer =
      answerOn(one, { clause, categories, answers, open: open.get(one.api) ?? [] }) ??
      derivedAnswer(clause.derived, goal, context, one) ??
      ANSWERS.unanswered;
    if (isWorse(answer.state, state)) [state, by, left] = [answer.state, new Set(), 0];
    if (answer.state !== state) continue;
    for (const word of answer.by) by.add(word);
    left++;
  }
  return { clause, state, by: [...by], left, operations: operations.length };
}

interface Asking {
  readonly clause: Clause;
  readonly categories: readonly Stride[];
  readonly answers: NamingAnswers;
  /** Operations on which something that speaks against it is open. */
  readonly open: readonly ReadonlySet<Operation>[];
}

/** What people say counts first, then what is found, then what the description shows of a control, then the questions of its categories. */
function answerOn({ api, operation }: GoalOperation, { clause, categories, answers, open }: Asking): Answer | null {
  const named = answers.on(operation);
  if (named !== null) return named;
  if (answers.denies(operation) || open.some((found) => found.has(operation))) return ANSWERS.threatened;
  if (clause.controls.some((control) => shownState(control, operation) === 'yes')) return ANSWERS.controlled;
  const states = categories.length === 0 ? undefined : api.coverage.get(operation);
  if (states !== undefined) return ANSWERS[worstOf(categories, states)];
  return clause.controls.some((control) => shownState(control, operation) === 'no') ? ANSWERS.threatened : null;
}

function worstOf(categories: readonly Stride[], states: Readonly<Record<Stride, CategoryState>>): CategoryState {
  let worst: CategoryState = 'not-applicable';
  for (const category of categories) if (isWorse(states[category], worst)) worst = states[category];
  return worst;
}

const shownOn = memo((_: Operation) => new Map<string, 'yes' | 'no' | 'unknown'>());

/** What a description shows of a control; what fails to be read shows nothing. */
function shownState(control: string, operation: Operation): 'yes' | 'no' | 'unknown' {
  const known = shownOn(operation);
  let state = known.get(control);
  if (state === undefined) {
    try {
      state = shownControl(control, operation).state;
    } catch {
      state = 'unknown';
    }
    known.set(control, state);
  }
  return state;
}

/** From what is settled best to what nobody has looked at. */
const ORDER: Readonly<Record<CategoryState, number>> = {
  'not-applicable': 0,
  controlled: 1,
  silenced: 2,
  avoided: 3,
  mitigated: 4,
  transferred: 5,
  accepted: 6,
  assumed: 7,
  planned: 8,
  threatened: 9,
  unanswered: 10,
};

function isWorse(first: CategoryState, second: CategoryState): boolean {
  return ORDER[first] > ORDER[second];
}

/** Answers that nobody gave by name, one object each: operations are many. */
const ANSWERS = Object.fromEntries(
  (Object.keys(ORDER) as CategoryState[]).map((state): [CategoryState, Answer] => [state, { state, by: [] }]),
) as Readonly<Record<CategoryState, Answer>>;
