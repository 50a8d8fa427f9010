import { hashText, type Severity } from '../../core/index';
import { pathFrom } from '../report/paths';
import type { Report, ReportedFinding } from '../report/report';
import { jsonText } from './json-text';

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'critical',
  warning: 'major',
  information: 'info',
  hint: 'info',
};

/** GitLab's report of code quality: what is open, shown, and not in the baseline, with paths from the repository's root. */
export function toGitlab(report: Report): string {
  const open = report.findings.filter(
    ({ finding, known }) => finding.severity !== 'hint' && finding.certainty === 'shown' && known !== true,
  );
  const taken = new Map<string, number>();
  const findings = open.map((one) => {
    const count = taken.get(one.finding.fingerprint) ?? 0;
    taken.set(one.finding.fingerprint, count + 1);
    return issue(report, one, count);
  });
  const problems = report.problems.map(({ code, message, severity, location }) => ({
    description: message,
    check_name: code,
    fingerprint: hashText(`${code} ${message} ${rootedPath(report, location.path)}`),
    severity: SEVERITIES[severity],
    location: place(report, location),
  }));
  return jsonText([...findings, ...problems]);
}

/** Two findings of one fingerprint would be one issue. */
function issue(report: Report, { finding, location }: ReportedFinding, count: number) {
  return {
    description: finding.message,
    check_name: finding.rule,
    fingerprint: count === 0 ? finding.fingerprint : hashText(`${finding.fingerprint} ${count}`),
    severity: finding.rule === 'unanswered' ? 'info' : SEVERITIES[finding.severity],
    location: place(report, location),
  };
}

function place(report: Report, { path, range }: ReportedFinding['location']) {
  return { path: rootedPath(report, path), lines: { begin: range.start.line + 1 } };
}

function rootedPath({ roots, workingDirectory }: Report, path: string): string {
  return pathFrom(roots[0] ?? workingDirectory, path);
}
