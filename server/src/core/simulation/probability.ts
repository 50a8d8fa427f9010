import type { Finding } from '../coverage/types';
import { dreadOf, leftBy } from '../risk';
import type { Certainty, Dread } from '../rules/types';

/** Of a weakness that a description only fails to rule out, how likely it is that it is there at all. Our guess. */
export const SILENT = 0.25;

const UNKNOWN: Dread = [5, 5, 5, 5, 5];

/**
 * That an attacker who stands before it finds a weakness, gets through it and can do so when it counts: discoverability,
 * exploitability and reproducibility as tenths, multiplied. Damage and affected users say how bad it is, not how likely, and do
 * not count here. Answers that are in place leave the share that they leave of the risk; plans leave all of it.
 */
export function probabilityOf({ basis, certainty }: Pick<Finding, 'basis' | 'certainty'>): number {
  return basis === null
    ? probabilityBy(UNKNOWN, certainty, 1)
    : probabilityBy(dreadOf(basis), certainty, leftBy(basis.answers));
}

/** The same from the factors and the share of the risk that answers leave, 0-1. */
export function probabilityBy(dread: Dread, certainty: Certainty, left: number): number {
  const [, reproducibility, exploitability, , discoverability] = dread;
  const works = (tenth(reproducibility) * tenth(exploitability) * tenth(discoverability)) / 1000;
  return works * left * (certainty === 'silent' ? SILENT : 1);
}

function tenth(factor: number): number {
  return Math.min(10, Math.max(0, factor));
}

/** Guesses about what stands around the APIs, each a probability. They count only where no model says it. */
export const GUESSES = {
  /** Somebody outside gets into the network of a partner. */
  partner: 0.3,
  /** ... or into the inner network, or a trusted zone. */
  inside: 0.1,
  /** ... or into a zone that is trusted by halves. */
  between: 0.2,
  /** Whoever wants to can get an account. */
  account: 0.5,
  /** Somebody of one's own, or with a login of theirs, means harm. */
  insider: 0.05,
  /** What stands in a zone with an intruder falls too. */
  neighbour: 0.2,
} as const;
