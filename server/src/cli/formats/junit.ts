import { type ApiAnalysis, nameOf } from '../../core/index';
import type { Bar } from '../arguments';
import { fails, isNew } from '../report/gate';
import { fileOf, type Problem, type Report, type ReportedFinding } from '../report/report';
import { printable } from '../terminal';

/** JUnit's XML: a suite for each API, a test for each operation, which fails by what fails the check. */
export function toJunit(report: Report, failOn: Bar | null, failOnNew = false): string {
  const failing = report.findings.filter((reported) => fails(reported, failOn) || (failOnNew && isNew(reported)));
  const suites = report.apis.map((api) =>
    suite(
      report,
      api,
      failing.filter((one) => one.api === api),
    ),
  );
  const problems = report.problems.filter(({ severity }) => severity === 'error');
  const all = problems.length === 0 ? suites : [...suites, problemSuite(report, problems)];
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites name="Stridewise">', ...all, '</testsuites>', ''].join(
    '\n',
  );
}

interface TestCase {
  readonly name: string;
  /** What is wrong, a line each; empty for a test that passes. */
  readonly failures: readonly string[];
}

function suite(report: Report, api: ApiAnalysis, failing: readonly ReportedFinding[]): string {
  const wide = failing.filter(({ finding }) => finding.apiWide || finding.operations.length === 0);
  const cases: TestCase[] = [
    { name: 'the whole API', failures: wide.map((one) => failure(report, one)) },
    ...api.description.operations.map((operation) => ({
      name: nameOf(operation),
      failures: failing
        .filter((one) => !wide.includes(one) && one.finding.operations.includes(operation))
        .map((one) => failure(report, one)),
    })),
  ];
  return suiteText(api.id, cases);
}

function problemSuite(report: Report, problems: readonly Problem[]): string {
  const cases = problems.map(({ code, message, location }) => {
    const { line } = location.range.start;
    const file = fileOf(report, location);
    return { name: `${code} in ${file}:${line + 1}`, failures: [`${message} (${file}:${line + 1})`] };
  });
  return suiteText('problems', cases);
}

function failure(report: Report, { finding, location }: ReportedFinding): string {
  const { level, residual } = finding.risk;
  const place = `${fileOf(report, location)}:${location.range.start.line + 1}`;
  return `${level} ${residual.toFixed(1)} ${finding.rule}: ${finding.message} (${place})`;
}

function suiteText(name: string, cases: readonly TestCase[]): string {
  const failed = cases.filter(({ failures }) => failures.length > 0).length;
  const rows = cases.map((one) => caseText(name, one));
  const head = `  <testsuite name="${escaped(name)}" tests="${cases.length}" failures="${failed}" errors="0">`;
  return [head, ...rows, '  </testsuite>'].join('\n');
}

function caseText(suiteName: string, { name, failures }: TestCase): string {
  const head = `    <testcase classname="${escaped(suiteName)}" name="${escaped(name)}"`;
  if (failures.length === 0) return `${head}/>`;
  const [first = ''] = failures;
  const message = failures.length === 1 ? first : `${first} and ${failures.length - 1} more`;
  return `${head}>\n      <failure type="finding" message="${escaped(message)}">${failures.map(escaped).join('\n')}</failure>\n    </testcase>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML has no way at all to write control characters. */
function escaped(text: string): string {
  return printable(text).replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
