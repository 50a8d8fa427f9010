import type { TreeTrend } from '../../../server/src/protocol';
import { text } from '../texts';

/** `3 new, 1 gone since 2026-11-01`; empty where nothing has changed, or nothing is known. */
export function trendWords(trend: TreeTrend | null): string {
  if (trend === null) return '';
  const { since, came, higher, lower, gone } = trend;
  const parts = [
    came === 0 ? '' : text('{0} new', came),
    higher === 0 ? '' : text('{0} higher', higher),
    lower === 0 ? '' : text('{0} lower', lower),
    gone === 0 ? '' : text('{0} gone', gone),
  ].filter((part) => part !== '');
  if (parts.length === 0) return '';
  return since === ''
    ? text('{0} since the last reviews', parts.join(', '))
    : text('{0} since {1}', parts.join(', '), since);
}
