import { isAnswered, nameOf } from '../../coverage';
import type { Analysis, ApiAnalysis, Finding } from '../../coverage/types';
import type { Operation } from '../../openapi/types';
import { STRIDE } from '../../rules/types';
import { memo, type Range } from '../../text';
import type { Workspace } from '../../workspace';
import { counted } from '../counted';
import { type Location, locate, locateAll } from '../locate';
import { isAboveLine, levelsInWords } from './above-line';
import { questionCountOf } from './question-count';

/** How much is said above the lines of a description: nothing, a summary at its top, or of each operation too. */
export type SpecLensMode = 'off' | 'summary' | 'full';

/** What a lens of a description speaks of: the findings of its API, its questions, or an operation, by its name. */
export type SpecSubject = 'findings' | 'questions' | { readonly operation: string };

/** A line above a description or an operation; what it says is worked out when it comes into sight. */
export interface SpecLens {
  readonly range: Range;
  readonly subject: SpecSubject;
}

const TOP: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** The lenses of a file that is a description or holds operations of one. */
export function specLenses(
  workspace: Workspace,
  analysis: Analysis,
  uri: string,
  mode: SpecLensMode,
  hidden: ReadonlySet<string>,
): SpecLens[] {
  if (mode === 'off') return [];
  const isRoot = analysis.apis.some(({ description }) => description.uri === uri);
  const subjects: SpecSubject[] = hidden.has('unanswered') ? ['findings'] : ['findings', 'questions'];
  const summary = isRoot ? subjects.map((subject) => ({ range: TOP, subject })) : [];
  return mode === 'full' ? [...summary, ...operationLenses(workspace, analysis, uri)] : summary;
}

/** One above each line with an operation; in a file without lines there would be one beside the other. */
function operationLenses(workspace: Workspace, analysis: Analysis, uri: string): SpecLens[] {
  const byLine = new Map<number, SpecLens | null>();
  for (const operation of new Set(analysis.apis.flatMap(({ description }) => description.operations))) {
    const range = operation.at.uri === uri ? locate(workspace, operation.at)?.range : undefined;
    if (range === undefined) continue;
    const { line } = range.start;
    byLine.set(line, byLine.has(line) ? null : { range, subject: { operation: nameOf(operation) } });
  }
  return [...byLine.values()].filter((lens) => lens !== null);
}

/** What a lens says now, in a sentence without its end; null where its subject is gone. */
export function specLensTitle(
  analysis: Analysis,
  uri: string,
  subject: SpecSubject,
  hidden: ReadonlySet<string>,
): string | null {
  if (typeof subject === 'object') {
    const found = operationIn(analysis, uri, subject.operation);
    return found && operationTitle(found.api, found.operation, hidden);
  }
  const api = analysis.apis.find(({ description }) => description.uri === uri);
  if (api === undefined) return null;
  return subject === 'findings' ? findingsTitle(api, hidden) : questionsTitle(api);
}

/** The places that a lens speaks of, in the order of risk. */
export function specLensPlaces(
  workspace: Workspace,
  analysis: Analysis,
  uri: string,
  subject: SpecSubject,
  hidden: ReadonlySet<string>,
): Location[] {
  return locateAll(workspace, placesOf(analysis, uri, subject, hidden));
}

function placesOf(analysis: Analysis, uri: string, subject: SpecSubject, hidden: ReadonlySet<string>): Finding['at'][] {
  if (typeof subject === 'object') {
    const found = operationIn(analysis, uri, subject.operation);
    return found === null ? [] : openOn(found.api, found.operation, hidden).map(({ at }) => at);
  }
  const api = analysis.apis.find(({ description }) => description.uri === uri);
  if (api === undefined) return [];
  if (subject === 'findings') return aboveLine(api, hidden).map(({ at }) => at);
  const asked = api.findings.filter(({ rule }) => rule === 'unanswered');
  return asked.flatMap(({ operations }) => operations.map(({ at }) => at));
}

function findingsTitle(api: ApiAnalysis, hidden: ReadonlySet<string>): string {
  const above = aboveLine(api, hidden);
  const worst = levelsInWords(above, ['high', 'critical']);
  const open = above.length === 0 ? 'nothing open above the line' : `${above.length} open above the line`;
  const title = `${counted(api.description.operations.length, 'operation')} · ${open}`;
  return worst === '' ? title : `${title}, ${worst}`;
}

function questionsTitle(api: ApiAnalysis): string {
  const { unanswered } = questionCountOf(api);
  return unanswered === 0 ? 'no open question' : counted(unanswered, 'question');
}

function operationTitle(api: ApiAnalysis, operation: Operation, hidden: ReadonlySet<string>): string {
  const open = openOn(api, operation, hidden);
  const states = STRIDE.map((category) => api.coverage.get(operation)?.[category] ?? 'unanswered');
  const unanswered = states.filter((state) => state === 'unanswered').length;
  const categories = [
    `${states.filter(isAnswered).length} of ${STRIDE.length} categories answered`,
    ...(unanswered === 0 || hidden.has('unanswered') ? [] : [`${unanswered} unanswered`]),
  ];
  return `${open.length === 0 ? 'nothing open' : `${levelsInWords(open)} open`} · ${categories.join(', ')}`;
}

function aboveLine({ findings }: ApiAnalysis, hidden: ReadonlySet<string>): readonly Finding[] {
  return findings.filter((finding) => isAboveLine(finding) && !hidden.has(finding.rule));
}

/** What is open on an operation, whatever its level; no questions. */
function openOn(api: ApiAnalysis, operation: Operation, hidden: ReadonlySet<string>): readonly Finding[] {
  const own = byOperation(api).get(operation) ?? [];
  return own.filter(({ rule, state }) => (state === 'threatened' || state === 'planned') && !hidden.has(rule));
}

const byOperation = memo((api: ApiAnalysis): ReadonlyMap<Operation, readonly Finding[]> => {
  const all = new Map<Operation, Finding[]>();
  for (const finding of api.findings) {
    if (finding.rule === 'unanswered') continue;
    for (const operation of finding.operations) {
      const own = all.get(operation);
      if (own === undefined) all.set(operation, [finding]);
      else own.push(finding);
    }
  }
  return all;
});

interface Found {
  readonly api: ApiAnalysis;
  readonly operation: Operation;
}

function operationIn(analysis: Analysis, uri: string, name: string): Found | null {
  for (const api of analysis.apis) {
    const operation = byName(api.description.operations).get(name);
    if (operation?.at.uri === uri) return { api, operation };
  }
  return null;
}

const byName = memo(
  (operations: readonly Operation[]): ReadonlyMap<string, Operation> =>
    new Map(operations.map((operation) => [nameOf(operation), operation])),
);
