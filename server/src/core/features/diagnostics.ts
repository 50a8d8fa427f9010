import { isRemoved, leavesTooMuch } from '../coverage';
import type { Analysis, ApiAnalysis, Finding } from '../coverage/types';
import { listed } from '../model';
import type { ModelProblem } from '../model/types';
import type { SpecProblem } from '../openapi/types';
import type { Range } from '../text';
import type { Workspace } from '../workspace';
import type { Diagnostic, RelatedPlace } from './diagnostic';
import { driftProblems, driftsByFile } from './drift/drift-problems';
import { withoutReachedAims } from './drift/reached-aims';
import { findingKey } from './finding-key';
import { locate } from './locate';
import { shortened } from './shortened';

export interface DiagnosticOptions {
  /** Whether the file is open: files that are not get one question per API. */
  readonly open: boolean;
  /** Rules whose findings are not shown, by id; what is found does not change. */
  readonly hidden?: ReadonlySet<string>;
}

const findingsByFile = new WeakMap<ApiAnalysis, Map<string, Finding[]>>();

/** What to show in one file, in no order. */
export function diagnosticsFor(
  workspace: Workspace,
  analysis: Analysis,
  uri: string,
  options: DiagnosticOptions,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const api of analysis.apis) {
    for (const finding of shownIn(api, uri, options)) add(diagnostics, fromFinding(workspace, api, finding));
  }
  for (const problem of problemsIn(analysis, uri, options)) add(diagnostics, fromProblem(workspace, problem));
  return diagnostics;
}

/** The problems of a file; what changed of each operation is told in open files only. */
function problemsIn(analysis: Analysis, uri: string, { open }: DiagnosticOptions): (ModelProblem | SpecProblem)[] {
  const all = [...analysis.apis.flatMap(({ description }) => description.problems), ...problemsOf(analysis)];
  const here = all.filter(({ at }) => at.uri === uri);
  return open ? [...here, ...(driftsByFile(analysis).get(uri) ?? [])] : here;
}

/** Problems of models: those of reading and of binding, and what has changed since their reviews. */
export function problemsOf(analysis: Analysis): readonly ModelProblem[] {
  return [
    ...analysis.models.flatMap((model) => model.problems),
    ...withoutReachedAims(analysis),
    ...driftProblems(analysis),
  ];
}

function add(diagnostics: Diagnostic[], diagnostic: Diagnostic | null): void {
  if (diagnostic !== null) diagnostics.push(diagnostic);
}

/** Findings of the file that are not hidden. */
export function shownIn(api: ApiAnalysis, uri: string, { open, hidden }: DiagnosticOptions): readonly Finding[] {
  const findings = findingsIn(api, uri, open);
  return hidden === undefined || hidden.size === 0 ? findings : findings.filter(({ rule }) => !hidden.has(rule));
}

/** Findings whose evidence lies in the file; the questions of a closed file as one. */
function findingsIn(api: ApiAnalysis, uri: string, open: boolean): readonly Finding[] {
  let byFile = findingsByFile.get(api);
  if (byFile === undefined) {
    byFile = new Map();
    for (const finding of api.findings) {
      const list = byFile.get(finding.at.uri);
      if (list === undefined) byFile.set(finding.at.uri, [finding]);
      else list.push(finding);
    }
    findingsByFile.set(api, byFile);
  }
  const found = byFile.get(uri) ?? [];
  if (open) return found;
  const questions = found.filter((finding) => finding.rule === 'unanswered');
  const rest = found.filter((finding) => finding.rule !== 'unanswered');
  return uri === api.description.uri ? [...rest, ...asOne(api)] : questions.length === 0 ? found : rest;
}

function asOne(api: ApiAnalysis): Finding[] {
  const questions = api.findings.filter((finding) => finding.rule === 'unanswered');
  const [first] = questions;
  if (first === undefined || first.apiWide) return questions;
  const operations = questions.flatMap((finding) => finding.operations);
  const [noun, verb] = operations.length === 1 ? ['operation', 'has'] : ['operations', 'have'];
  const called = api.called === null ? '' : ` of ${calledNames(api)} that you call`;
  const message = `${operations.length} ${noun}${called} ${verb} unanswered questions`;
  return [{ ...first, message, operations, at: api.description.at, apiWide: true }];
}

function calledNames({ models }: ApiAnalysis): string {
  return listed([...new Set(models.map(({ id }) => `\`${id}\``))]);
}

const known = new WeakMap<Finding, Diagnostic>();

function fromFinding(workspace: Workspace, api: ApiAnalysis, finding: Finding): Diagnostic | null {
  const location = locate(workspace, finding.at);
  if (location === null) return null;
  const kept = known.get(finding);
  if (kept !== undefined && sameRange(kept.range, location.range) && finding.answers.length === 0 && !finding.threat) {
    return kept;
  }
  const diagnostic: Diagnostic = {
    range: location.range,
    severity: finding.severity,
    code: finding.rule,
    message: shortened(messageOf(finding)),
    tags: finding.operations.every((operation) => operation.deprecated) ? ['deprecated'] : [],
    related: relatedOf(workspace, finding),
    data: { finding: findingKey(api, finding) },
  };
  known.set(finding, diagnostic);
  return diagnostic;
}

/** What is found, then what the answers to it lack, only plan or leave. */
function messageOf(finding: Finding): string {
  const left = leavesTooMuch(finding)
    ? `What is left after ${named(finding.answers)} is still of ${finding.risk.level} risk.`
    : '';
  const plan = finding.state === 'planned' ? plannedBy(finding.answers) : '';
  const rest = [finding.lacking, plan, left].filter((text) => text !== '').join(' ');
  return rest === '' ? finding.message : `${finding.message}. ${rest}`;
}

/** What is still to be done; answers that say to have removed what is still served are no plans by their own words. */
function plannedBy(answers: Finding['answers']): string {
  const claims = answers.filter(isRemoved);
  const plans = answers.filter((answer) => !claims.includes(answer));
  const sentences = [
    plans.length === 0 ? '' : `${named(plans)} ${plans.length === 1 ? 'is' : 'are'} planned, not done.`,
    claims.length === 0
      ? ''
      : `${named(claims)} ${claims.length === 1 ? 'says' : 'say'} that it is gone, and it is still served.`,
  ];
  return sentences.filter((text) => text !== '').join(' ');
}

function named(answers: Finding['answers']): string {
  return listed(answers.map(({ id }) => `"${id}"`));
}

function sameRange(first: Range, second: Range): boolean {
  return (
    first.start.line === second.start.line &&
    first.start.character === second.start.character &&
    first.end.line === second.end.line &&
    first.end.character === second.end.character
  );
}

/** The lines of the model that speak of the finding. */
function relatedOf(workspace: Workspace, finding: Finding): RelatedPlace[] {
  const entries = [
    ...(finding.threat === null ? [] : [{ at: finding.threat.at, message: `The threat "${finding.threat.id}"` }]),
    ...finding.answers.map((answer) => ({ at: answer.at, message: `The answer "${answer.id}"` })),
  ];
  return entries.flatMap(({ at, message }) => {
    const location = locate(workspace, at);
    return location === null ? [] : [{ ...location, message }];
  });
}

function fromProblem(workspace: Workspace, problem: ModelProblem | SpecProblem): Diagnostic | null {
  const location = locate(workspace, problem.at);
  if (location === null) return null;
  const severity = 'severity' in problem ? problem.severity : severityOfSpecProblem(problem);
  return {
    range: location.range,
    severity,
    code: problem.code,
    message: shortened(problem.message),
    tags: [],
    related: [],
  };
}

function severityOfSpecProblem({ code }: SpecProblem): Diagnostic['severity'] {
  return code === 'syntax' ? 'error' : code === 'not-checked' ? 'information' : 'warning';
}
