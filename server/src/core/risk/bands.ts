import { LEVELS } from '../model/schema/common';
import type { Bands, Level } from '../model/types';
import { rounded } from './residual';

/** Where low, medium, high and critical begin on 0-10; below low is a note. */
export type Bounds = readonly [low: number, medium: number, high: number, critical: number];

/** Figures have two decimals. */
const STEP = 0.01;
const MOST = 10;

/** Bands of a score that is a mean of factors: anything above 0 is low at least. */
export function boundsOfMean({ medium, high, critical }: Bands): Bounds {
  return [STEP, medium, high, critical];
}

/** Bands of a score that is a product of three parts of 0-1, times 10: where all three reach a bound, so does the product. */
export function boundsOfProduct({ medium, high, critical }: Bands): Bounds {
  const cube = (bound: number) => rounded(MOST * (bound / MOST) ** 3);
  return [STEP, cube(medium), cube(high), cube(critical)];
}

export function levelIn(score: number, bounds: Bounds): Level {
  return LEVELS[bounds.filter((bound) => score >= bound).length] ?? 'critical';
}

/** The score of a level that is nearest to a score. */
export function moved(score: number, level: Level, bounds: Bounds): number {
  const index = LEVELS.indexOf(level);
  const least = bounds[index - 1] ?? 0;
  const most = index < bounds.length ? (bounds[index] ?? MOST) - STEP : MOST;
  return rounded(Math.min(most, Math.max(least, score)));
}

/** Where CVSS has its levels begin, with the ends of the scale. */
const CVSS = [0, 4, 7, 9, MOST] as const;

/** A score on the scale whose levels begin where those of CVSS do, so that scores of any bands can be put in one order. */
export function onCvss(score: number, [, medium, high, critical]: Bounds): number {
  const marks = [0, medium, high, critical, MOST];
  const index = Math.max(1, Math.min(CVSS.length - 1, marks.filter((mark) => score >= mark).length));
  const [from = 0, to = MOST] = marks.slice(index - 1);
  const [first = 0, last = MOST] = CVSS.slice(index - 1);
  const share = to === from ? 0 : (score - from) / (to - from);
  return rounded(first + share * (last - first));
}
