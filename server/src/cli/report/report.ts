import {
  type Analysis,
  type ApiAnalysis,
  type Finding,
  type GoalReport,
  goalReports,
  type Model,
  problemsOf as modelProblems,
  type Place,
  type Range,
  rangeOf,
  type SpecProblem,
  shortened,
  type Workspace,
} from '../../core/index';
import type { Loaded } from '../files/load';
import { analysisOf } from './analysed';
import { type Baseline, countsOf, isOpenAndShown, keysOf } from './baseline';
import { knownNow } from './moved-baseline';
import { pathFrom, pathOf } from './paths';

const NOWHERE: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** A span of a file as every format needs it. */
export interface Location {
  /** Absolute. */
  readonly path: string;
  /** Lines and characters from 0. */
  readonly range: Range;
}

export interface ReportedFinding {
  readonly api: ApiAnalysis;
  readonly finding: Finding;
  readonly location: Location;
  /** It stands in the baseline: it is listed by machines alone, and fails nothing. */
  readonly known?: boolean;
}

export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly severity: 'error' | 'warning' | 'information';
  readonly location: Location;
}

/** A file, or a part of one, that was not looked at. */
export interface Unchecked {
  /** Absolute. */
  readonly path: string;
  /** Where the part stands; absent for a whole file. */
  readonly range?: Range;
  readonly reason: string;
}

/** What a check found, in no format yet. */
export interface Report {
  readonly apis: readonly ApiAnalysis[];
  /** Ranked by residual risk; answered ones too. */
  readonly findings: readonly ReportedFinding[];
  readonly problems: readonly Problem[];
  /** How the goals of the models that speak of the APIs stand. */
  readonly goals: readonly GoalReport[];
  readonly notChecked: readonly Unchecked[];
  /** The first target's repository, or the working directory; then the repositories of the other targets. */
  readonly roots: readonly string[];
  readonly workingDirectory: string;
  /** The baseline that it is held against, and how many of its entries are not found any more; absent without one. */
  readonly baseline?: { readonly file: string; readonly gone: number };
}

/** Analyses what was loaded. `today` is an ISO date. */
export function reportOn(
  loaded: Loaded,
  today: string,
  workingDirectory: string,
  baseline: Baseline | null = null,
): Report {
  const { workspace, selected, roots } = loaded;
  const analysis = analysisOf(workspace, today);
  const apis = analysis.apis.filter((api) => selected.has(api.description.uri));
  const locate = (place: Place) => locationOf(workspace, place);
  const ranked = rankedFindings(apis, locate);
  return {
    apis,
    ...(baseline === null ? { findings: ranked } : heldAgainst(ranked, baseline)),
    problems: problemsOf(analysis, apis, locate),
    goals: goalReports(analysis).filter(({ model }) => speaksOf(model, apis)),
    notChecked: [...loaded.notChecked, ...uncheckedParts(apis, locate)],
    roots,
    workingDirectory,
  };
}

function speaksOf(model: Model, apis: readonly ApiAnalysis[]): boolean {
  return apis.some(({ models }) => models.some((named) => named.model === model));
}

/** Marks the findings that a baseline has: all of their operations, and no more of them than it counted. */
function heldAgainst(ranked: readonly ReportedFinding[], baseline: Baseline): Pick<Report, 'findings' | 'baseline'> {
  const counts = countsOf(ranked);
  const known = knownNow(baseline, counts.keys());
  const isKnown = (key: string) => (known.get(key) ?? 0) >= (counts.get(key) ?? 0);
  const gone = [...known].filter(([key, count]) => (counts.get(key) ?? 0) < count).length;
  return {
    findings: ranked.map((one) => ({ ...one, known: isOpenAndShown(one) && keysOf(one).every(isKnown) })),
    baseline: { file: baseline.file, gone },
  };
}

/** The file of a location, as people at the working directory would write it. */
export function fileOf(report: Report, location: { readonly path: string }): string {
  return pathFrom(report.workingDirectory, location.path);
}

function locationOf(workspace: Workspace, place: Place): Location {
  const document = workspace.get(place.uri);
  const range = document === undefined ? null : rangeOf(document, place);
  return { path: pathOf(place.uri), range: range ?? NOWHERE };
}

function rankedFindings(apis: readonly ApiAnalysis[], locate: (place: Place) => Location): ReportedFinding[] {
  const all = apis.flatMap((api) => api.findings.map((finding) => ({ api, finding, location: locate(finding.at) })));
  // The sort is stable: what ranks alike stays in the order of its specification.
  return all.sort((a, b) => b.finding.risk.rank - a.finding.risk.rank);
}

function problemsOf(analysis: Analysis, apis: readonly ApiAnalysis[], locate: (place: Place) => Location): Problem[] {
  const ofDescriptions = apis.flatMap((api) => api.description.problems);
  const problems = [
    ...modelProblems(analysis).map((problem) => ({ ...problem, location: locate(problem.at) })),
    ...ofDescriptions
      .filter(({ code }) => code !== 'not-checked')
      .map((problem) => ({ ...problem, severity: severityOf(problem), location: locate(problem.at) })),
  ];
  return distinct(
    problems.map(({ code, message, severity, location }) => ({
      code,
      message: shortened(message),
      severity,
      location,
    })),
  );
}

function severityOf(problem: SpecProblem): Problem['severity'] {
  return problem.code === 'syntax' ? 'error' : 'warning';
}

/** Parts of descriptions, each once: one that several descriptions share is told by each of them. */
function uncheckedParts(apis: readonly ApiAnalysis[], locate: (place: Place) => Location): Unchecked[] {
  const parts = new Map<string, Unchecked>();
  for (const { at, reason } of apis.flatMap(uncheckedIn)) {
    const { path, range } = locate(at);
    parts.set(`${path} ${range.start.line}:${range.start.character} ${reason}`, {
      path,
      ...(range === NOWHERE ? {} : { range }),
      reason,
    });
  }
  return [...parts.values()];
}

function uncheckedIn({ description, notChecked }: ApiAnalysis): readonly { reason: string; at: Place }[] {
  const inDescription = description.problems.filter(({ code }) => code === 'not-checked');
  return [...inDescription.map(({ message, at }) => ({ reason: message, at })), ...notChecked];
}

function distinct(problems: readonly Problem[]): Problem[] {
  const seen = new Map<string, Problem>();
  for (const problem of problems) {
    const { path, range } = problem.location;
    seen.set(`${path} ${range.start.line}:${range.start.character} ${problem.code} ${problem.message}`, problem);
  }
  return [...seen.values()];
}
