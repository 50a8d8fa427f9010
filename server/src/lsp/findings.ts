import type { Analysis, Finding } from '../core';

export function findingById(analysis: Analysis, id: string): Finding | undefined {
  for (const { findings } of analysis.apis) {
    const found = findings.find((finding) => finding.id === id);
    if (found) return found;
  }
  return undefined;
}

/** Numbers of open threats; of the high and critical ones those that the specification shows, as the badge counts them. */
export function countOpen(analysis: Analysis): { open: number; high: number; critical: number } {
  const open = analysis.apis.flatMap(({ findings }) => findings.filter(isOpen));
  const ofLevel = (level: string) =>
    open.filter(({ certainty, risk }) => certainty === 'shown' && risk.level === level).length;
  return { open: open.length, high: ofLevel('high'), critical: ofLevel('critical') };
}

function isOpen({ rule, state }: Finding): boolean {
  return state === 'threatened' && rule !== 'unanswered';
}
