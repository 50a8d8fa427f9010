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

/** Whether it leaves more to an attacker than before, as far as it tells. */
export function isMore({ what, changes }: Drift): boolean {
  return what === 'added' || changes.some(({ direction }) => direction === 'more');
}
