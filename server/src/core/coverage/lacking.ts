import { isTodo } from '../model';
import type { NotApplicable } from '../model/types';
import { isWhole } from './closes';
import { standingOf } from './standing';
import type { Touch } from './touches';

/** Whether an entry of `notApplicable` says why; `TODO` is no reason. */
export function hasReason(entry: NotApplicable): boolean {
  const reason = entry.reason.trim();
  return reason !== '' && !isTodo(reason);
}

export function needsReason(entry: NotApplicable): string {
  return `"${entry.statement.text}" does not count yet: it needs a reason.`;
}

/** Whether an exception takes everything at its place away from its answer. */
function takesAll({ statement }: Touch): boolean {
  return isWhole(statement.where) && (statement.what === null || statement.what.all);
}

/** What the answers to an operation's questions lack, as sentences. */
export function lackingOf(touches: readonly Touch[], today: string): string {
  const excepted = new Set(
    touches.flatMap((touch) => (touch.kind === 'except' && takesAll(touch) ? [touch.owner] : [])),
  );
  const sentences = new Set<string>();
  for (const touch of touches) {
    if (touch.kind === 'cover' && excepted.has(touch.owner)) continue;
    if (answersQuestions(touch)) sentences.add(lackOf(touch, today));
  }
  sentences.delete('');
  return [...sentences].join(' ');
}

function answersQuestions({ statement: { what } }: Touch): boolean {
  return what !== null && (what.all || what.categories.length > 0);
}

function lackOf(touch: Touch, today: string): string {
  if (touch.kind === 'cover') return standingOf(touch.owner, false, today).lacking;
  return touch.kind === 'not-applicable' && !hasReason(touch.owner) ? needsReason(touch.owner) : '';
}
