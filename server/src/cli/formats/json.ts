import { assess, type GoalReport, isUnread, type Range, techniqueOf } from '../../core/index';
import { coverageOf } from '../report/coverage';
import { pathOf } from '../report/paths';
import { fileOf, type Problem, type Report, type ReportedFinding, type Unchecked } from '../report/report';
import { jsonText } from './json-text';
import { shortAssessmentJson } from './risk-json';

/** The machine-readable result; schemas/findings.schema.json describes it. */
export function toJson(report: Report): string {
  const result = {
    version: 1,
    findings: report.findings.map((reported) => jsonFinding(report, reported)),
    problems: report.problems.map((problem) => jsonProblem(report, problem)),
    apis: report.apis.map((api) => ({
      api: api.id,
      file: fileOf(report, { path: pathOf(api.description.uri) }),
      ...(api.called === null ? {} : { called: true }),
      operations: api.description.operations.length,
      coverage: coverageOf(api),
    })),
    ...(report.goals.length === 0 ? {} : { goals: report.goals.map((goal) => jsonGoal(report, goal)) }),
    notChecked: uncheckedIn(report).map((entry) => jsonUnchecked(report, entry)),
  };
  return jsonText(result);
}

/** How a goal stands, in short; `stridewise goals` has the findings and questions. */
function jsonGoal(report: Report, { goal, model, regulation, state, findings, flows, questions }: GoalReport) {
  const against = [...findings, ...flows];
  return {
    goal: goal.id,
    model: fileOf(report, { path: pathOf(model.uri) }),
    regulation: regulation?.name ?? goal.regulation,
    state,
    breaks: against.filter(({ weight }) => weight === 'breaks').length,
    endangers: against.filter(({ weight }) => weight === 'endangers').length,
    unanswered: questions.filter((one) => one.state === 'unanswered').length,
  };
}

/** Files and parts that were not looked at, those among the problems too. */
function uncheckedIn({ notChecked, problems }: Report): readonly Unchecked[] {
  const unread = problems.filter(({ code }) => isUnread(code));
  return [...notChecked, ...unread.map(({ location, message }) => ({ ...location, reason: message }))];
}

function jsonUnchecked(report: Report, { path, range, reason }: Unchecked) {
  return { file: fileOf(report, { path }), ...(range === undefined ? {} : { range: fromOne(range) }), reason };
}

function jsonFinding(report: Report, { api, finding, location, known }: ReportedFinding) {
  const [first] = finding.operations;
  const single = finding.apiWide ? undefined : first;
  return {
    rule: finding.rule,
    ...(finding.threat === null ? {} : { threat: finding.threat.id }),
    title: finding.title,
    message: finding.message,
    stride: finding.stride,
    owasp: finding.owasp,
    cwe: finding.cwe,
    ...attacksOf(finding),
    api: api.id,
    ...(single === undefined ? {} : named(single)),
    ...(finding.part === '' ? {} : { part: finding.part }),
    file: fileOf(report, location),
    range: fromOne(location.range),
    severity: finding.severity,
    certainty: finding.certainty,
    state: finding.state,
    risk: finding.risk,
    ...(finding.basis === null ? {} : shortAssessmentJson(assess(finding.basis))),
    operations: finding.operations.map(({ method, path }) => ({ method, path })),
    fingerprint: finding.fingerprint,
    ...(known === undefined ? {} : { baseline: known ? 'known' : 'new' }),
  };
}

/** The techniques that the threat names, by id where we know them. */
function attacksOf({ threat }: ReportedFinding['finding']) {
  const attacks = (threat?.attacks ?? []).map(({ text }) => techniqueOf(text)?.id ?? text);
  return attacks.length === 0 ? {} : { attacks };
}

function named(operation: { method: string; path: string; operationId: string }) {
  const { method, path, operationId } = operation;
  return operationId === '' ? { method, path } : { method, path, operationId };
}

function jsonProblem(report: Report, { code, message, location, severity }: Problem) {
  return { code, message, file: fileOf(report, location), range: fromOne(location.range), severity };
}

/** People and SARIF count lines and columns from 1. */
export function fromOne({ start, end }: Range) {
  return {
    start: { line: start.line + 1, column: start.character + 1 },
    end: { line: end.line + 1, column: end.character + 1 },
  };
}
