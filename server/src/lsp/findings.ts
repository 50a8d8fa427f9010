import { type Analysis, type ApiAnalysis, type Finding, findingKey } from '../core';

export interface Found {
  readonly api: ApiAnalysis;
  readonly finding: Finding;
}

export function findingByKey(analysis: Analysis, key: string): Found | undefined {
  for (const api of analysis.apis) {
    const finding = api.findings.find((candidate) => findingKey(api, candidate) === key);
    if (finding) return { api, finding };
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
