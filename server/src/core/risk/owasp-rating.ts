import type { Level } from '../model/types';

type Band = 'low' | 'medium' | 'high';

/** What a threat says for the OWASP Risk Rating: words, or factors of 0 to 9 by their groups; empty where nothing. */
export interface OwaspFactors {
  readonly likelihood: string;
  readonly impact: string;
  readonly agent: readonly number[];
  readonly vulnerability: readonly number[];
  readonly technical: readonly number[];
  readonly business: readonly number[];
}

/** One of the two sides; no score where it was given as a word. */
export interface OwaspSide {
  readonly score: number | null;
  readonly level: Band;
}

export interface OwaspRating {
  readonly likelihood: OwaspSide;
  readonly impact: OwaspSide;
  readonly level: Level;
}

/** By impact, then by likelihood. */
const SEVERITY: Readonly<Record<Band, Readonly<Record<Band, Level>>>> = {
  high: { low: 'medium', medium: 'high', high: 'critical' },
  medium: { low: 'low', medium: 'medium', high: 'high' },
  low: { low: 'note', medium: 'low', high: 'medium' },
};

const BANDS: Readonly<Record<string, Band>> = {
  note: 'low',
  low: 'low',
  medium: 'medium',
  high: 'high',
  critical: 'high',
};

/** The rating of OWASP's method, or null where likelihood or impact is not said. What the business loses counts before what the technique shows. */
export function owaspRating(factors: OwaspFactors): OwaspRating | null {
  const likelihood = sideOf(factors.likelihood, [...factors.agent, ...factors.vulnerability]);
  const impact = sideOf(factors.impact, factors.business.length > 0 ? factors.business : factors.technical);
  if (likelihood === null || impact === null) return null;
  return { likelihood, impact, level: SEVERITY[impact.level][likelihood.level] };
}

function sideOf(word: string, numbers: readonly number[]): OwaspSide | null {
  const level = BANDS[word];
  if (level !== undefined) return { score: null, level };
  if (numbers.length === 0) return null;
  const score = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  return { score, level: score < 3 ? 'low' : score < 6 ? 'medium' : 'high' };
}
