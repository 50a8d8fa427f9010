import type { Operation } from '../openapi/types';
import { ruleById } from '../rules';
import { STRIDE, type Stride } from '../rules/types';
import { memo } from '../text';
import { isWhole, questionsAnswered } from './closes';
import { holdingIn, type Stood, worstState } from './environments';
import { type Item, type Setting, standingIn } from './items';
import { hasReason } from './lacking';
import { questionsOf } from './questions';
import { isControlled } from './shown-controls';
import { worse } from './states';
import type { Touch } from './touches';
import type { CategoryState, State } from './types';

export type CategoryStates = Readonly<Record<Stride, CategoryState>>;

/** The state of each category of an operation: the worst of what counts in it, else the best answer to its question. */
export function categoryStates(
  operation: Operation,
  items: readonly Item[],
  touches: readonly Touch[],
  setting: Setting,
): CategoryStates {
  const asked = questionsOf(operation, setting.exposure, setting.called);
  const said = saidIn(touches);
  const states: Partial<Record<Stride, CategoryState>> = {};
  for (const category of STRIDE) {
    states[category] = worstOf(category, items) ?? questionState(category, operation, asked, said, setting);
  }
  return states as CategoryStates;
}

/** The touches that may answer questions, by what they do. */
interface Said {
  readonly answers: readonly AnswerTouch[];
  readonly excepts: readonly AnswerTouch[];
  readonly irrelevant: readonly Extract<Touch, { readonly kind: 'not-applicable' }>[];
}

function saidIn(touches: readonly Touch[]): Said {
  const answers: AnswerTouch[] = [];
  const excepts: AnswerTouch[] = [];
  const irrelevant: Extract<Touch, { readonly kind: 'not-applicable' }>[] = [];
  for (const touch of touches) {
    if (touch.kind === 'cover' || touch.kind === 'remove') answers.push(touch);
    else if (touch.kind === 'except') excepts.push(touch);
    else if (touch.kind === 'not-applicable') irrelevant.push(touch);
  }
  return { answers, excepts, irrelevant };
}

function worstOf(category: Stride, items: readonly Item[]): State | null {
  let worst: State | null = null;
  for (const item of items) {
    if (item.state === 'silenced' || !item.categories.includes(category)) continue;
    worst = worst === null ? item.state : worse(worst, item.state);
  }
  return worst;
}

function questionState(
  category: Stride,
  operation: Operation,
  asked: readonly Stride[],
  said: Said,
  setting: Setting,
): CategoryState {
  const answer = bestAnswer(category, said, setting);
  if (answer !== null) return answer;
  if (isDeclaredIrrelevant(category, said) || !asked.includes(category)) return 'not-applicable';
  return isControlled(category, operation, deniedIn(category, said)) ? 'controlled' : 'unanswered';
}

/** Controls that people call missing where they would answer the question: their word beats the specification's. */
function deniedIn(category: Stride, said: Said): ReadonlySet<string> {
  const denied = said.answers.filter((touch) => {
    const { status, control } = touch.owner;
    if (status !== 'missing' || control === '') return false;
    return answersQuestion(category, touch) && !takenAway(category, touch, said);
  });
  return new Set(denied.map(({ owner }) => owner.control));
}

/** The best answer, of the environment where it is worst; null where none is in some. */
function bestAnswer(category: Stride, said: Said, setting: Setting): State | null {
  const stood: Stood[] = [];
  for (const touch of said.answers) {
    if (!answersQuestion(category, touch) || takenAway(category, touch, said)) continue;
    stood.push({ owner: touch.owner, standing: standingIn(touch, setting) });
  }
  if (stood.length === 0) return null;
  const state = worstState(holdingIn(stood, setting.environments));
  return state === 'threatened' ? null : state;
}

type AnswerTouch = Extract<Touch, { readonly kind: 'cover' | 'remove' | 'except' }>;

/** By touch, since one speaks of many operations. */
const questionsOfTouch = memo((touch: AnswerTouch) =>
  questionsAnswered(touch.owner, touch.statement, (id) => ruleById(id)?.stride[0]),
);

function answersQuestion(category: Stride, touch: AnswerTouch): boolean {
  if (touch.kind === 'remove') return isWhole(touch.statement.where);
  const answered = questionsOfTouch(touch);
  return answered === 'all' || answered.has(category);
}

function takenAway(category: Stride, answer: AnswerTouch, { excepts }: Said): boolean {
  return excepts.some(({ owner, statement: { what, where } }) => {
    return (
      owner === answer.owner && isWhole(where) && (what === null || what.all || what.categories.includes(category))
    );
  });
}

function isDeclaredIrrelevant(category: Stride, { irrelevant }: Said): boolean {
  return irrelevant.some(({ owner, statement: { what, where } }) => {
    if (!hasReason(owner) || what === null || !isWhole(where)) return false;
    return what.all || what.categories.includes(category);
  });
}
