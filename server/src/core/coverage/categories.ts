import type { Operation } from '../openapi/types';
import { ruleById } from '../rules';
import { STRIDE, type Stride } from '../rules/types';
import { questionsAnswered } from './closes';
import { holdingIn, type Stood, worstState } from './environments';
import type { Item, Setting } from './items';
import { hasReason } from './lacking';
import { questionsOf } from './questions';
import { isControlled } from './shown-controls';
import { standingOf } from './standing';
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
  const asked = questionsOf(operation, setting.exposure);
  const states: Partial<Record<Stride, CategoryState>> = {};
  for (const category of STRIDE) {
    states[category] = worstOf(category, items) ?? questionState(category, operation, asked, touches, setting);
  }
  return states as CategoryStates;
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
  touches: readonly Touch[],
  setting: Setting,
): CategoryState {
  const answer = bestAnswer(category, touches, setting);
  if (answer !== null) return answer;
  if (isDeclaredIrrelevant(category, touches) || !asked.includes(category)) return 'not-applicable';
  return isControlled(category, operation) ? 'controlled' : 'unanswered';
}

/** The best answer, of the environment where it is worst; null where none is in some. */
function bestAnswer(category: Stride, touches: readonly Touch[], { today, environments }: Setting): State | null {
  const stood: Stood[] = [];
  for (const touch of touches) {
    if (!answersQuestion(category, touch) || takenAway(category, touch, touches)) continue;
    stood.push({ owner: touch.owner, standing: standingOf(touch.owner, touch.kind === 'remove', today) });
  }
  if (stood.length === 0) return null;
  const state = worstState(holdingIn(stood, environments));
  return state === 'threatened' ? null : state;
}

type AnswerTouch = Extract<Touch, { readonly kind: 'cover' | 'remove' | 'except' }>;

function answersQuestion(category: Stride, touch: Touch): touch is AnswerTouch {
  if (touch.kind === 'remove') return true;
  if (touch.kind !== 'cover') return false;
  const answered = questionsAnswered(touch.owner, touch.statement, (id) => ruleById(id)?.stride[0]);
  return answered === 'all' || answered.has(category);
}

function takenAway(category: Stride, answer: Touch, touches: readonly Touch[]): boolean {
  return touches.some((touch) => {
    if (touch.kind !== 'except' || touch.owner !== answer.owner) return false;
    const { what } = touch.statement;
    return what === null || what.all || what.categories.includes(category);
  });
}

function isDeclaredIrrelevant(category: Stride, touches: readonly Touch[]): boolean {
  return touches.some((touch) => {
    if (touch.kind !== 'not-applicable' || !hasReason(touch.owner)) return false;
    const { what, where } = touch.statement;
    if (what === null || (where.kind === 'operations' && where.part !== '')) return false;
    return what.all || what.categories.includes(category);
  });
}
