import type { Level, Matrix } from '../model/types';
import { rounded } from './residual';

export type Band = 'low' | 'medium' | 'high';

/** By impact, then by likelihood: the table of the OWASP Risk Rating Methodology. */
const SEVERITY: Readonly<Record<Band, Readonly<Record<Band, Level>>>> = {
  high: { low: 'medium', medium: 'high', high: 'critical' },
  medium: { low: 'low', medium: 'medium', high: 'high' },
  low: { low: 'note', medium: 'low', high: 'medium' },
};
const MOST = 9;

/** The band of a side's mean, 0-9: LOW below 3, MEDIUM below 6, else HIGH. */
export function bandOf(score: number): Band {
  return score < 3 ? 'low' : score < 6 ? 'medium' : 'high';
}

/** A side that is given as a word: the middle of its fifth of the scale, which lies in the method's band of that name too. */
export const SCORE_OF_WORD: Readonly<Record<Level, number>> = {
  note: 0.9,
  low: 2.7,
  medium: 4.5,
  high: 6.3,
  critical: 8.1,
};

/** The level of likelihood and impact, 0-9 each: by the method's table, or a matrix of five by five, each side cut into fifths. */
export function owaspLevel(likelihood: number, impact: number, matrix: Matrix | null = null): Level {
  const usual = SEVERITY[bandOf(impact)][bandOf(likelihood)];
  if (matrix === null) return usual;
  const fifth = (score: number) => Math.min(matrix.length - 1, Math.floor((score * matrix.length) / MOST));
  return matrix[matrix.length - 1 - fifth(impact)]?.[fifth(likelihood)] ?? usual;
}

/** Where the levels lie on 0-10. The method gives levels alone; within one, likelihood times impact gives the order. */
export const OWASP_BOUNDS = [1, 4, 7, 9] as const;
const ENDS: Readonly<Record<Level, readonly [number, number]>> = {
  note: [0, 1],
  low: [1, 4],
  medium: [4, 7],
  high: [7, 9],
  critical: [9, 10],
};

/** A figure of 0-10 for an order, and for formats that ask for one: it lies where its level does. */
export function owaspScore(likelihood: number, impact: number, matrix: Matrix | null = null): number {
  const [from, to] = ENDS[owaspLevel(likelihood, impact, matrix)];
  const share = (likelihood * impact) / (MOST * MOST);
  return rounded(from + share * (to - from - 0.01));
}
