import { type ApiAnalysis, LEVELS, type Level } from '../../core/index';
import type { Bar } from '../arguments';
import { isOpenAndShown } from './baseline';
import type { Report, ReportedFinding } from './report';

const BAR_WITHOUT_MODEL: Bar = 'high';

/** 0 clean, 1 something at or above the bar, or an error in a model or description. */
export function exitCodeOf(report: Report, failOn: Bar | null, failOnNew = false): 0 | 1 {
  const broken = report.problems.some(({ severity }) => severity === 'error');
  const isBad = (one: ReportedFinding) => fails(one, failOn) || (failOnNew && isNew(one));
  return broken || report.findings.some(isBad) ? 1 : 0;
}

/** Whether it is open, shown, and not in the baseline, whatever its level. */
export function isNew(reported: ReportedFinding): boolean {
  return reported.known !== true && isOpenAndShown(reported);
}

/** True of an open warning or error whose level reaches the bar and that no baseline knows. */
export function fails(reported: ReportedFinding, failOn: Bar | null): boolean {
  const { finding, known } = reported;
  if (known === true) return false;
  if (finding.severity !== 'error' && finding.severity !== 'warning') return false;
  if (failOn !== null) return rank(finding.risk.level) >= rank(failOn);
  return rank(finding.risk.level) >= barOfFinding(reported);
}

/** What a model calls acceptable may stay open: the bar is one level above the strictest line. */
function barOf(api: ApiAnalysis): number {
  if (api.models.length === 0) return rank(BAR_WITHOUT_MODEL);
  return rank(api.acceptable) + 1;
}

/** The levels that fail a check, the lowest first; null stands for an API that nothing fails. What touches a goal may have a lower one. */
export function barsOf({ apis, findings }: Pick<Report, 'apis' | 'findings'>, failOn: Bar | null): (Level | null)[] {
  const open = findings.filter(isOpenAndShown);
  const ranks = failOn === null ? [...apis.map(barOf), ...open.map(barOfFinding)] : [rank(failOn)];
  return [...new Set(ranks)].sort((a, b) => a - b).map((bar) => LEVELS[bar] ?? null);
}

function barOfFinding({ api, finding }: ReportedFinding): number {
  return api.models.length === 0 ? barOf(api) : rank(finding.acceptable) + 1;
}

function rank(level: Level): number {
  return LEVELS.indexOf(level);
}
