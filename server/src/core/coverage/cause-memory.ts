import { type Frame, findingsOfCause } from './findings';
import type { Item } from './items';
import type { Finding } from './types';

interface Kept {
  readonly items: readonly Item[];
  readonly frame: Frame;
  readonly findings: readonly Finding[];
}

const byFirst = new WeakMap<Item, Kept>();

/** The findings of a cause, from memory while its items are the same. */
export function findingsOfGroup(items: readonly Item[], frame: Frame): readonly Finding[] {
  const [first] = items;
  if (first === undefined) return [];
  const kept = byFirst.get(first);
  if (kept !== undefined && sameFrame(kept.frame, frame) && sameItems(kept.items, items)) return kept.findings;
  const findings = findingsOfCause(items, frame);
  byFirst.set(first, { items, frame, findings });
  return findings;
}

function sameFrame(first: Frame, second: Frame): boolean {
  return (
    first.acceptable === second.acceptable &&
    first.specPath === second.specPath &&
    first.operations.length === second.operations.length
  );
}

function sameItems(first: readonly Item[], second: readonly Item[]): boolean {
  for (let index = 0; index < first.length; index++) if (first[index] !== second[index]) return false;
  return first.length === second.length;
}
