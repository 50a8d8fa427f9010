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

/** Numbers of open threats that are shown, and of those that are hidden; of the high and critical ones those that the specification shows, as the badge counts them. */
export function countOpen(
  analysis: Analysis,
  hidden: ReadonlySet<string>,
): { open: number; high: number; critical: number; hidden: number } {
  const all = analysis.apis.flatMap(({ findings }) => findings);
  const shown = all.filter(({ rule }) => !hidden.has(rule));
  const open = shown.filter(isOpen);
  const ofLevel = (level: string) =>
    open.filter(({ certainty, risk }) => certainty === 'shown' && risk.level === level).length;
  return { open: open.length, high: ofLevel('high'), critical: ofLevel('critical'), hidden: all.length - shown.length };
}

function isOpen({ rule, state }: Finding): boolean {
  return state === 'threatened' && rule !== 'unanswered';
}
