import { sameList } from '../text';
import { type Frame, findingsOfCause } from './findings';
import type { Item } from './items';
import type { Finding } from './types';

interface Kept {
  readonly items: readonly Item[];
  readonly acceptable: Frame['acceptable'];
  readonly specPath: string;
  /** How many operations the API has; the operations themselves would be kept alive for nothing. */
  readonly count: number;
  readonly findings: readonly Finding[];
}

const byFirst = new WeakMap<Item, Kept>();

/** The findings of a cause, from memory while its items are the same. */
export function findingsOfGroup(items: readonly Item[], frame: Frame): readonly Finding[] {
  const [first] = items;
  if (first === undefined) return [];
  const kept = byFirst.get(first);
  if (kept !== undefined && sameFrame(kept, frame) && sameList(kept.items, items)) return kept.findings;
  const findings = findingsOfCause(items, frame);
  const { acceptable, specPath, operations } = frame;
  byFirst.set(first, { items, acceptable, specPath, count: operations.length, findings });
  return findings;
}

function sameFrame(kept: Kept, { acceptable, specPath, operations }: Frame): boolean {
  return kept.acceptable === acceptable && kept.specPath === specPath && kept.count === operations.length;
}
