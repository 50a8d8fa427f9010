import type { Analysis, Finding } from '../../coverage/types';
import { riskTrend, trendInWords, trendWord } from '../drift/risk-trend';

/** `new`, `higher` or `lower` than at the last review; else empty. */
export function trendOf(analysis: Analysis, finding: Finding): string {
  const change = riskTrend(analysis)?.changed.get(finding);
  return change === undefined ? '' : trendWord(change);
}

/** What `trendOf` says, where there is room. */
export function sinceReview(trend: string): string {
  return trend === '' ? '' : `${trend} since the review`;
}

/** What has become of it since the last review, and why; empty where nothing has. */
export function trendTooltip(analysis: Analysis, finding: Finding): string {
  const change = riskTrend(analysis)?.changed.get(finding);
  return change === undefined ? '' : trendInWords(change);
}

/** Parts that say something, in one text. */
export function joined(parts: readonly string[], sign: string): string {
  return parts.filter((part) => part !== '').join(sign);
}
