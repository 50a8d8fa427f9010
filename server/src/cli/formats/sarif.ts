import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Finding, Operation, Severity } from '../../core/index';
import { pathFrom } from '../report/paths';
import type { Location, Report, ReportedFinding, Unchecked } from '../report/report';
import { version } from '../version';
import { jsonText } from './json-text';
import { ruleIdOf, sarifRules, weaknessesOf } from './sarif-rules';
import { supported, taxa, taxonomies } from './sarif-taxonomy';
import { sarifText } from './sarif-text';

/** What GitHub shows: 5000 results a run and 100 locations a result (it rejects more than 1000). */
const RESULTS = 5000;
const LOCATIONS = 100;

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** SARIF 2.1.0 of what is open: GitHub shows suppressed results too, so answered ones are left out. */
export function toSarif(report: Report): string {
  const open = openOf(report).slice(0, RESULTS);
  const rules = sarifRules(open.map(({ finding }) => finding));
  const index = new Map(rules.map(({ id }, position) => [id, position]));
  const weaknesses = open.flatMap(({ finding }) => [...finding.cwe, ...weaknessesOf(finding)]);
  const run = {
    tool: { driver: { name: 'Stridewise', semanticVersion: version(), rules, ...supported(weaknesses) } },
    ...taxonomies(weaknesses),
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: Object.fromEntries(report.roots.map((root, index) => [baseOf(index), base(root, index)])),
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications(report) }],
    results: open.map((reported) => result(report, reported, index)),
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return jsonText(log);
}

/** The riskiest first. */
function openOf(report: Report): ReportedFinding[] {
  return report.findings.filter(({ finding }) => finding.severity !== 'hint');
}

/** What the limit leaves out, in words; null where it leaves out nothing. */
export function cutOf(report: Report): string | null {
  const { length } = openOf(report);
  return length <= RESULTS
    ? null
    : `SARIF holds the ${RESULTS} riskiest of ${length} open findings, as many as GitHub takes; JSON holds all.`;
}

/** Consumers know where their checkout lies; of further repositories they have to be told. */
function base(root: string, index: number) {
  if (index === 0) return { description: { text: 'The root of the repository' } };
  return { uri: pathToFileURL(`${root}/`).href, description: { text: 'The root of another repository' } };
}

function baseOf(index: number): string {
  return index === 0 ? '%SRCROOT%' : `%SRCROOT${index + 1}%`;
}

function result(report: Report, { finding, location, known }: ReportedFinding, index: ReadonlyMap<string, number>) {
  const id = ruleIdOf(finding);
  return {
    ruleId: id,
    ruleIndex: index.get(id) ?? -1,
    level: LEVELS[finding.severity],
    rank: rankOf(finding),
    message: sarifText(messageOf(finding)),
    ...(known === undefined ? {} : { baselineState: known ? 'unchanged' : 'new' }),
    locations: [
      { ...physical(report, location), logicalLocations: finding.operations.slice(0, LOCATIONS).map(logical) },
    ],
    // GitHub tells alerts apart by the first of these; it would otherwise hash the line's text.
    partialFingerprints: { primaryLocationLineHash: finding.fingerprint, 'stridewise/v1': finding.fingerprint },
    ...taxa(finding.cwe),
    properties: {
      stride: finding.stride,
      state: finding.state,
      certainty: finding.certainty,
      riskMethod: finding.risk.method,
      residualRisk: finding.risk.residual,
      inherentRisk: finding.risk.inherent,
    },
  };
}

function rankOf(finding: Finding): number {
  return Math.round(finding.risk.rank * 100) / 10;
}

function messageOf(finding: Finding): string {
  return finding.lacking === '' ? finding.message : `${finding.message} ${finding.lacking}`;
}

function logical({ method, path, operationId }: Operation) {
  return { fullyQualifiedName: `${method} ${path}`, kind: 'function', ...(operationId ? { name: operationId } : {}) };
}

function physical(report: Report, { path, range }: Location) {
  const { start, end } = range;
  return {
    physicalLocation: {
      artifactLocation: artifact(report.roots, path),
      region: {
        startLine: start.line + 1,
        startColumn: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
      },
    },
  };
}

function artifact(roots: readonly string[], path: string) {
  const index = roots.findIndex((root) => isInside(root, path));
  const root = roots[index];
  if (root === undefined) return { uri: pathToFileURL(path).href };
  return { uri: pathFrom(root, path).split('/').map(encodeURIComponent).join('/'), uriBaseId: baseOf(index) };
}

function isInside(root: string, path: string): boolean {
  const inside = pathFrom(root, path);
  return inside !== '..' && !inside.startsWith('../') && !isAbsolute(inside);
}

/** A whole file has no lines. */
function placeOf(report: Report, { path, range }: Unchecked) {
  if (range !== undefined) return physical(report, { path, range });
  return { physicalLocation: { artifactLocation: artifact(report.roots, path) } };
}

/** Problems and what could not be read are about the run, not results of a rule. */
function notifications(report: Report) {
  const cut = cutOf(report);
  return [
    ...(cut === null ? [] : [{ descriptor: { id: 'results-left-out' }, level: 'warning', message: { text: cut } }]),
    ...report.problems.map(({ code, message, severity, location }) => ({
      descriptor: { id: code },
      level: LEVELS[severity],
      message: sarifText(message),
      locations: [physical(report, location)],
    })),
    ...report.notChecked.map((unchecked) => ({
      descriptor: { id: 'not-checked' },
      level: 'warning',
      message: sarifText(`Not checked: ${unchecked.reason}`),
      locations: [placeOf(report, unchecked)],
    })),
  ];
}
