import type { Drift } from './types';

/** `Operation store GET /orders is new`, `store GET /orders asks for no login any more (before: account)`: one sentence, no stop. */
export function driftWords(drift: Drift): string {
  const { what, key, before, changes } = drift;
  if (what === 'added') return `${key} is new`;
  if (what === 'removed') return `${key} is gone`;
  const told = changes.map(({ text }) => text).join('; ');
  if (what === 'changed') return `${key} ${told}`;
  return `${key} was ${before}${told === '' ? '' : `; it ${told}`}`;
}

/** Whether something that was there leaves more to an attacker than before, as far as its changes tell. */
export function leavesMore({ changes }: Pick<Drift, 'changes'>): boolean {
  return changes.some(({ direction }) => direction === 'more');
}

/** The same, where what is new is more too. */
export function isMore(drift: Drift): boolean {
  return drift.what === 'added' || leavesMore(drift);
}
