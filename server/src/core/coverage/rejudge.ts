import type { ModelThreat } from '../model/types';
import { closes, excepts, namesIt, placeFits, type Target } from './closes';
import { type Item, targetOf } from './items';
import { sameEnds } from './same-ends';
import type { Touch } from './touches';

/** With more changes than this, judging anew is quicker than asking which of them matter. */
const FEW = 16;

/** Items that were judged by other touches, and what has changed of these. */
export interface Judged {
  readonly found: readonly Item[];
  readonly written: ReadonlyMap<ModelThreat, Item>;
  readonly changed: readonly Touch[];
}

/** Items of an operation as they were judged, with what the models say differently of it since; null where much is different. */
export function judgedBefore(items: readonly Item[], before: readonly Touch[], now: readonly Touch[]): Judged | null {
  const changed = changedBetween(before, now);
  if (changed === null) return null;
  const written = new Map(
    items.flatMap((item) => (item.evidence === null && item.threat !== null ? [[item.threat, item] as const] : [])),
  );
  return { found: items.filter(({ evidence }) => evidence !== null), written, changed };
}

/** Touches of one list alone; null where they are many. The others stand in both in the same order. */
function changedBetween(before: readonly Touch[], now: readonly Touch[]): readonly Touch[] | null {
  const { start, end } = sameEnds(before.length, now.length, (was, index) => before[was] === now[index]);
  if (before.length + now.length - 2 * (start + end) > FEW) return null;
  return [...before.slice(start, before.length - end), ...now.slice(start, now.length - end)];
}

/** An item that none of the changes concerns, as it was; else null. */
export function stillJudged(item: Item | undefined, changed: readonly Touch[]): Item | null {
  if (item === undefined) return null;
  const target = targetOf(item);
  return changed.some((touch) => concerns(touch, item, target)) ? null : item;
}

/** Whether the verdict on an item may depend on a touch. Rules see what `call` and `business-flow` say, verdicts do not. */
function concerns(touch: Touch, item: Item, target: Target): boolean {
  const { kind, statement } = touch;
  if (kind === 'cover') return closes(touch.owner, statement, target);
  if (kind === 'remove') return placeFits(statement.where, target);
  if (kind === 'except') return excepts(statement, target);
  if (kind === 'not-applicable') {
    return statement.what !== null && namesIt(statement.what, target) && placeFits(statement.where, target);
  }
  if (kind === 'threat') return item.evidence !== null && touch.owner.rule === item.ruleId;
  return kind === 'goal';
}
