import type { Level } from '../model/types';
import { type Bounds, levelIn, moved } from './bands';
import type { Rated } from './methods';
import { rounded } from './residual';

interface Figures {
  readonly inherent: Rated;
  readonly residual: Rated;
}

/**
 * Figures where a model sets the level of what a rule finds: that is the level before any answer, so the figure moves to the
 * nearest one that has it, and what answers it takes its share of that.
 */
export function withLevel({ inherent, residual }: Figures, level: Level, left: number, bounds: Bounds): Figures {
  const score = moved(inherent.score, level, bounds);
  const share = inherent.score === 0 ? left : residual.score / inherent.score;
  const rest = rounded(score * share);
  return { inherent: { score, level }, residual: { score: rest, level: share === 1 ? level : levelIn(rest, bounds) } };
}
