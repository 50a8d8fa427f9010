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

/** What the answers to an operation's questions lack, as sentences. */
export function lackingOf(touches: readonly Touch[], today: string): string {
  const sentences = new Set<string>();
  for (const touch of touches) {
    const { what } = touch.statement;
    if (what === null || (!what.all && what.categories.length === 0)) continue;
    if (touch.kind === 'not-applicable' && !hasReason(touch.owner)) sentences.add(needsReason(touch.owner));
    if (touch.kind === 'cover') sentences.add(standingOf(touch.owner, false, today).lacking);
  }
  sentences.delete('');
  return [...sentences].join(' ');
}
