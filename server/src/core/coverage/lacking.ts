import type { NotApplicable } from '../model/types';
import { standingOf } from './standing';
import type { Touch } from './touches';

/** Whether an entry of `notApplicable` says why; `TODO` is no reason. */
export function hasReason(entry: NotApplicable): boolean {
  const reason = entry.reason.trim();
  return reason !== '' && reason !== 'TODO';
}

export function needsReason(entry: NotApplicable): string {
  return `"${entry.statement.text}" does not count yet: it needs a reason.`;
}

/** Whether an exception takes everything at its place away from its answer. */
function takesAll({ statement }: Touch): boolean {
  return statement.what === null || statement.what.all;
}

/** What the answers to an operation's questions lack, as sentences. */
export function lackingOf(touches: readonly Touch[], today: string): string {
  const sentences = new Set<string>();
  const excepted = new Set(
    touches.flatMap((touch) => (touch.kind === 'except' && takesAll(touch) ? [touch.owner] : [])),
  );
  for (const touch of touches) {
    const { what } = touch.statement;
    if (touch.kind === 'cover' && excepted.has(touch.owner)) continue;
    if (what === null || (!what.all && what.categories.length === 0)) continue;
    if (touch.kind === 'not-applicable' && !hasReason(touch.owner)) sentences.add(needsReason(touch.owner));
    if (touch.kind === 'cover') sentences.add(standingOf(touch.owner, false, today).lacking);
  }
  sentences.delete('');
  return [...sentences].join(' ');
}
