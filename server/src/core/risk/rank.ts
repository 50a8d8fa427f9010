import type { Finding } from '../coverage/types';

const ANSWERED = new Set(['avoided', 'mitigated', 'transferred', 'accepted', 'assumed', 'silenced']);

/** Whether nobody has given an answer that counts (a plan is none yet). */
export function isOpen(finding: Finding): boolean {
  return !ANSWERED.has(finding.state);
}

/** Open findings of level high or critical: what the badge counts. */
export function openHighAndCritical(findings: readonly Finding[]): number {
  return findings.filter(
    (finding) =>
      finding.state === 'threatened' &&
      finding.certainty === 'shown' &&
      (finding.risk.level === 'high' || finding.risk.level === 'critical'),
  ).length;
}
