import type { Mitigation } from '../model/types';

const EFFECT_OF_STATUS = { implemented: 0.5, verified: 0.8, planned: 0, missing: 0 } as const;
const MOST = 0.95;

/**
 * The share of the risk that one answer takes away, 0-0.95, and all of it where what makes it possible is gone. What is
 * planned, accepted or transferred without a figure takes none, nor does what does not count yet since a key is missing.
 */
export function effectOf(answer: Mitigation): number {
  if (answer.strategy === 'accept' || answer.status === null || answer.missing.length > 0) return 0;
  const byStatus = EFFECT_OF_STATUS[answer.status];
  if (byStatus === 0) return 0;
  if (answer.strategy === 'avoid') return 1;
  const effect = answer.effect ?? (answer.strategy === 'transfer' ? 0 : byStatus);
  return Math.min(MOST, Math.max(0, effect));
}

/** The same where what is planned is done as well. */
export function effectPlanned(answer: Mitigation): number {
  return effectOf(answer.status === 'planned' ? { ...answer, status: 'implemented' } : answer);
}

/** The share of the risk that answers leave, 0.05-1: they multiply, and together take at most 95 %. 0 where one avoids it. */
export function leftBy(answers: readonly Mitigation[], effect = effectOf): number {
  if (answers.length === 0) return 1;
  const left = answers.reduce((rest, answer) => rest * (1 - effect(answer)), 1);
  return left === 0 ? 0 : Math.max(1 - MOST, left);
}

/** Two decimals: what a person can compare, and the same on every machine. */
export function rounded(score: number): number {
  return Math.round(score * 100) / 100;
}
