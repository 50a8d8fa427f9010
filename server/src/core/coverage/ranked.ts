import type { Finding } from './types';

/** By residual risk, highest first; equals keep the order of the specification. Linear, since scores repeat. */
export function ranked(findings: readonly Finding[]): Finding[] {
  const buckets = new Map<number, Finding[]>();
  for (const finding of findings) {
    const key = finding.risk.residual * 2 + (finding.certainty === 'shown' ? 0.001 : 0);
    const bucket = buckets.get(key);
    if (bucket === undefined) buckets.set(key, [finding]);
    else bucket.push(finding);
  }
  return [...buckets.keys()].sort((a, b) => b - a).flatMap((key) => buckets.get(key) ?? []);
}
