import type { Appraisal, Case } from '../coverage/appraise';
import type { Level, RiskMethod } from '../model/types';
import { onCvss } from './bands';
import { isFounded } from './dread';
import { type Method, methodNamed, type Rated } from './methods';
import { leftBy } from './residual';
import { withLevel } from './set-level';

/** Figures of one case by the method that its model ranks by. Without any numbers it is taken as medium. */
export function appraise(item: Case): Appraisal {
  const method = methodNamed(item.settings.method);
  const { inherent, residual } = ratedBy(method, item, item.level);
  const rank = onCvss(residual.score, method.bounds(item.settings));
  const risk = { method: method.name, inherent: inherent.score, residual: residual.score, level: residual.level, rank };
  return { risk, basis: item, isFounded: isFounded(item) || hasOwn(item, method.name) };
}

/** Before any answer, and where answers leave a share of it; `level` is the one that a model sets. */
export function ratedBy(
  method: Method,
  item: Case,
  level: Level | null,
  left = leftBy(item.answers),
): { readonly inherent: Rated; readonly residual: Rated } {
  const rate = method.rating(item);
  const inherent = rate(1);
  const figures = { inherent, residual: residualOf(inherent, left, rate) };
  return level === null ? figures : withLevel(figures, level, left, method.bounds(item.settings));
}

/** Nothing is a note by every method, however bad it was. */
function residualOf(inherent: Rated, left: number, rate: (left: number) => Rated): Rated {
  if (left === 0) return { score: 0, level: 'note' };
  return left === 1 ? inherent : rate(left);
}

/** Whether the threat has numbers of the method's own. */
function hasOwn({ threat }: Case, method: RiskMethod): boolean {
  return threat !== null && threat[method] !== null;
}
