import type { Appraisal, Case } from '../coverage/appraise';
import type { Dread } from '../rules/types';
import { dreadScore, levelOf, mergeDread } from './dread';
import { residualOf, rounded } from './residual';

const UNKNOWN: Dread = [5, 5, 5, 5, 5];

/** Figures of one case by the DREAD mean. Without any numbers it is taken as medium, and `dread` is null. */
export function appraise(item: Case): Appraisal {
  const base = item.evidence?.dread?.factors ?? item.rule?.dread ?? null;
  const named = item.threat?.dread ?? null;
  const dread = named === null ? base : mergeDread(named, base ?? UNKNOWN);
  const inherent = rounded(dreadScore(dread ?? UNKNOWN));
  const residual = residualOf(inherent, item.answers);
  return { dread, risk: { inherent, residual, level: levelOf(residual) } };
}
