import type { Level } from '../model/types';
import type { Dread } from '../rules/types';

/** Mean of the five factors, 0-10. */
export function dreadScore(dread: Dread): number {
  return dread.reduce((sum, factor) => sum + factor, 0) / dread.length;
}

/** The factors that a person named, over the defaults for the rest. */
export function mergeDread(named: readonly (number | null)[], defaults: Dread): Dread {
  const factor = (index: 0 | 1 | 2 | 3 | 4) => named[index] ?? defaults[index];
  return [factor(0), factor(1), factor(2), factor(3), factor(4)];
}

/**
 * Our bands, since DREAD has no official ones: 0 is a note, below 4 low, below 7 medium, below 9 high, else critical.
 */
export function levelOf(score: number): Level {
  if (score <= 0) return 'note';
  if (score < 4) return 'low';
  if (score < 7) return 'medium';
  return score < 9 ? 'high' : 'critical';
}
