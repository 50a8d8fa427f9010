import { type ApiAnalysis, counted, type Level, leavesTooMuch, PLAIN_WORDS, STRIDE } from '../../core/index';
import type { Bar } from '../arguments';
import { coverageOf } from '../report/coverage';
import { fails } from '../report/gate';
import { pathOf } from '../report/paths';
import { fileOf, type Location, type Report, type ReportedFinding, type Unchecked } from '../report/report';
import { type Painter, printable, type Style } from '../terminal';
import { goalLines } from './goals-text';
import { wordsOf } from './text-words';

const STYLES: Readonly<Record<Level, Style>> = {
  critical: 'magenta',
  high: 'red',
  medium: 'yellow',
  low: 'cyan',
  note: 'dim',
};
const OPEN = new Set(['threatened', 'planned']);
const INDENT = ' '.repeat(15);

/** The ranked list for people: what is open, what was answered in a line, what could not be read. */
export function toText(report: Report, paint: Painter, failOn: Bar | null): string {
  const open = report.findings.filter(({ finding }) => OPEN.has(finding.state));
  const listed = report.findings.filter(
    ({ finding, known }) => known !== true && (OPEN.has(finding.state) || leavesTooMuch(finding)),
  );
  const parts = [
    listed.map((reported) => entry(report, reported, paint)).join(''),
    questions(report, paint),
    problems(report, paint),
    notChecked(report, paint),
    goalLines(report.goals, paint),
    baselineLine(report, paint),
    wordsOf(report, listed, failOn, paint),
    summary(report, open, failOn, paint),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function entry(report: Report, reported: ReportedFinding, paint: Painter): string {
  const { finding, location } = reported;
  const { level, residual } = finding.risk;
  const label = `${level.padEnd(8)} ${residual.toFixed(1).padStart(4)}`;
  const facts = [finding.rule, finding.stride.join(', '), finding.owasp[0] ?? '', finding.certainty, spread(reported)];
  if (finding.threat !== null) facts[0] = `threat ${finding.threat.id}`;
  // A cause in a file that several descriptions share is found in each of them.
  if (report.apis.length > 1) facts.unshift(reported.api.id);
  if (finding.state === 'planned') facts.push('an answer is planned');
  if (leavesTooMuch(finding)) facts.push('reduced, and what is left is above the line');
  const lines = [
    `${paint(STYLES[level], label)}  ${paint('bold', printable(finding.message))}`,
    `${INDENT}${paint(
      'dim',
      facts
        .filter((fact) => fact !== '')
        .map(printable)
        .join(' · '),
    )}`,
    `${INDENT}${paint('dim', position(report, location))}`,
  ];
  if (finding.lacking !== '') lines.splice(1, 0, `${INDENT}${printable(finding.lacking)}`);
  return `${lines.join('\n')}\n`;
}

function spread({ finding }: ReportedFinding): string {
  const count = finding.operations.length;
  return count > 1 ? `${count} operations` : '';
}

function position(report: Report, location: Location): string {
  const { line, character } = location.range.start;
  return `${printable(fileOf(report, location))}:${line + 1}:${character + 1}`;
}

function questions(report: Report, paint: Painter): string {
  return report.apis.map((api) => apiLine(report, api, paint)).join('');
}

/** One line of states a category: what is answered, and what nobody spoke of. */
function apiLine(report: Report, api: ApiAnalysis, paint: Painter): string {
  const coverage = coverageOf(api);
  const count = api.description.operations.length;
  const file = printable(fileOf(report, { path: pathOf(api.description.uri) }));
  const model = api.models.length === 0 ? ', no threat model' : '';
  const calls = api.called === null ? '' : ' that we call';
  const head = `${paint('bold', printable(api.id))}  ${file}, ${counted(count, 'operation')}${calls}${model}`;
  const rows = STRIDE.filter((category) => coverage[category] !== undefined).map((category) => {
    const states = Object.entries(coverage[category] ?? {}).sort(([, a], [, b]) => b - a);
    const told = states.map(([state, amount]) => `${amount} ${state}`).join(', ');
    return `  ${category.padEnd(23)} ${told}  ${paint('dim', `(${PLAIN_WORDS[category]})`)}`;
  });
  return `${[head, ...rows].join('\n')}\n`;
}

function problems(report: Report, paint: Painter): string {
  return report.problems
    .map(({ severity, message, code, location }) => {
      const style: Style = severity === 'error' ? 'red' : 'yellow';
      return `${paint(style, severity)}  ${position(report, location)}  ${printable(message)} ${paint('dim', `(${code})`)}\n`;
    })
    .join('');
}

function notChecked(report: Report, paint: Painter): string {
  return report.notChecked
    .map((one) => `${paint('yellow', 'not checked')}  ${placeOf(report, one)}: ${printable(one.reason)}\n`)
    .join('');
}

/** What is left out of the list because the baseline knows it. */
function baselineLine({ baseline, findings }: Report, paint: Painter): string {
  if (baseline === undefined) return '';
  const known = findings.filter((one) => one.known).length;
  const gone = baseline.gone === 0 ? '' : `; ${baseline.gone} of its entries are gone: write it anew`;
  return `${paint('dim', `${known} known from ${printable(baseline.file)} ${known === 1 ? 'is' : 'are'} not listed${gone}`)}\n`;
}

function placeOf(report: Report, { path, range }: Unchecked): string {
  return range === undefined ? printable(fileOf(report, { path })) : position(report, { path, range });
}

function summary(report: Report, open: readonly ReportedFinding[], failOn: Bar | null, paint: Painter): string {
  const failing = open.filter((reported) => fails(reported, failOn)).length;
  const unanswered = report.findings.filter(({ finding }) => finding.state === 'unanswered').length;
  const answered = report.findings.length - open.length - unanswered;
  const errors = report.problems.filter(({ severity }) => severity === 'error').length;
  const own = report.apis.filter(({ called }) => called === null);
  const called = countOf(report.apis) - countOf(own);
  const facts = [
    `${counted(open.length, 'open threat')} (${failing} at or above the bar) and ${counted(answered, 'answered one')}`,
    `${counted(own.length, 'API')}, ${counted(countOf(own), 'operation')}`,
    called > 0 ? `${counted(called, 'operation')} of others` : '',
    errors > 0 ? counted(errors, 'error') : '',
  ];
  const line = facts.filter((fact) => fact !== '').join(' · ');
  return `${paint(failing + errors > 0 ? 'red' : 'green', line)}\n`;
}

function countOf(apis: readonly ApiAnalysis[]): number {
  return apis.reduce((sum, api) => sum + api.description.operations.length, 0);
}
