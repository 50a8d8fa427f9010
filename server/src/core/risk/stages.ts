import type { Case } from '../coverage/appraise';
import { memo } from '../text';
import { ratedBy } from './appraise';
import { onCvss } from './bands';
import { methodNamed, type Rated } from './methods';
import { effectPlanned, leftBy } from './residual';

/** A figure of the method that ranks, and the same where medium begins at 4, high at 7 and critical at 9. */
export interface Stage extends Rated {
  readonly rank: number;
}

/** A case before any answer, after those that are done, and after those that are planned, too. */
export interface Stages {
  readonly inherent: Stage;
  readonly residual: Stage;
  readonly projected: Stage;
}

/** Worked out when somebody looks, and remembered while the case lasts. */
export const stagesOf: (item: Case) => Stages = memo((item) => {
  const method = methodNamed(item.settings.method);
  const bounds = method.bounds(item.settings);
  const staged = (rated: Rated): Stage => ({ ...rated, rank: onCvss(rated.score, bounds) });
  const { inherent, residual } = ratedBy(method, item, item.level);
  const projected = ratedBy(method, item, item.level, leftBy(item.answers, effectPlanned)).residual;
  return { inherent: staged(inherent), residual: staged(residual), projected: staged(projected) };
});
