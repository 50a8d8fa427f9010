import type { Analysis, ApiAnalysis, Finding } from '../../coverage/types';
import { type Insertion, insertAllNotApplicable, insertMitigations, listed } from '../../model';
import type { Strategy } from '../../rules/types';
import { textOf } from '../../text';
import type { Workspace } from '../../workspace';
import { reachesOf, reachOf, type Target, targetsOf } from '../answer-stub';
import { applyEdits } from '../apply-edits';
import type { Fix } from '../diagnostic';
import { placedIn } from '../fix-insertion';
import { type Answered, entriesFor, questionStatements } from './drafts';
import { joinedStatements } from './joined-statements';
import { type Named, type Subject, subjectsOf } from './subjects';

export type Way = Strategy | 'not-applicable';

/** A way to answer several findings by one change. */
export interface SeveralFix extends Fix {
  readonly way: Way;
  /** What it writes, in words. */
  readonly detail: string;
  /** How many of them it answers. */
  readonly answers: number;
}

const WAYS: readonly (readonly [Way, string])[] = [
  ['reduce', 'Mitigate'],
  ['transfer', 'Transfer'],
  ['avoid', 'Avoid'],
  ['accept', 'Accept'],
  ['not-applicable', 'Mark as not applicable'],
];

/** The ways to answer all of these findings at once, each in the first model that names its API, or in a new one. */
export function answerSeveral(workspace: Workspace, analysis: Analysis, named: readonly Named[]): SeveralFix[] {
  const subjects = subjectsOf(analysis, named);
  const byFile = filesFor(workspace, subjects);
  return WAYS.flatMap(([way, verb]) => {
    const files = byFile.map((file) => ({ ...file, subjects: file.subjects.filter((one) => isFor(one, way)) }));
    return fixOf(
      way,
      verb,
      files.filter((file) => file.subjects.length > 0),
    );
  });
}

/** A threat that people wrote applies: they take it out themselves. */
function isFor({ finding }: Subject, way: Way): boolean {
  return way !== 'not-applicable' || finding.rule !== 'written-threat';
}

/** What comes to stand in which model; the APIs of one model each with their own id. */
function filesFor(workspace: Workspace, subjects: readonly Subject[]): Answered[] {
  const byApi = new Map<ApiAnalysis, Subject[]>();
  for (const subject of subjects) byApi.set(subject.api, [...(byApi.get(subject.api) ?? []), subject]);
  return [...byApi].flatMap(([api, own]) => {
    const [target] = targetsOf(workspace, api);
    return target === undefined ? [] : [{ target, subjects: own }];
  });
}

interface Written {
  readonly target: Target;
  readonly insertion: Insertion;
  readonly entries: number;
}

function fixOf(way: Way, verb: string, files: readonly Answered[]): SeveralFix[] {
  const answers = files.reduce((sum, { subjects }) => sum + subjects.length, 0);
  if (answers === 0) return [];
  const byUri = new Map<string, Answered[]>();
  for (const file of files) {
    const { uri } = file.target.document;
    byUri.set(uri, [...(byUri.get(uri) ?? []), file]);
  }
  const written = [...byUri.values()].map((own) => write(way, own));
  const threats = `${answers} ${answers === 1 ? 'threat' : 'threats'}`;
  return [
    {
      title: `${verb}: ${threats}`,
      kind: 'quickfix',
      diagnostics: [...new Set(files.flatMap(({ subjects }) => subjects.map(({ finding }) => finding.rule)))],
      ...changesOf(written),
      ...(way === 'not-applicable' ? {} : { strategy: way }),
      preferred: false,
      way,
      detail: listed(written.map(detailOf)),
      answers,
    },
  ];
}

function write(way: Way, files: readonly Answered[]): Written {
  const [{ target }] = files as readonly [Answered, ...Answered[]];
  if (way === 'not-applicable') {
    const statements = joinedStatements(files.flatMap(saidIn));
    return { target, insertion: insertAllNotApplicable(target.document, statements), entries: statements.length };
  }
  const entries = entriesFor(files, way);
  return { target, insertion: insertMitigations(target.document, entries), entries: entries.length };
}

/** The statements of what does not apply. */
function saidIn({ subjects, target }: Answered): readonly string[] {
  return subjects.flatMap((subject) => {
    const { api, finding, only } = subject;
    if (finding.rule === 'unanswered')
      return questionStatements(withSilenced(finding, subjects), only, target, 'reduce');
    const context = { api, finding, strategy: 'reduce' as const, target };
    const [reach] = only === null ? reachesOf(context) : reachOf(context, only);
    return reach?.covers ?? [];
  });
}

/** Where a finding is said to be no threat, its category is a question again: who answers both at once means that too. */
function withSilenced(question: Finding, subjects: readonly Subject[]): Finding {
  const there = new Set(question.operations);
  const silenced = subjects.flatMap(({ finding: { definition, operations }, only }) => {
    const isHere = only === null ? operations.some((one) => there.has(one)) : there.has(only);
    return definition !== null && isHere ? definition.stride.slice(0, 1) : [];
  });
  return { ...question, stride: [...new Set([...question.stride, ...silenced])] };
}

function changesOf(written: readonly Written[]): Pick<Fix, 'edits' | 'cursor' | 'fields' | 'refused'> {
  const placed = written.map(({ target: { document, model }, insertion }) => {
    const place = placedIn(document.uri, insertion);
    if (model !== null || place.refused !== undefined) return place;
    const create = applyEdits(textOf(document), insertion.edits);
    return { ...place, edits: [{ uri: document.uri, edits: [], create }] };
  });
  const refused = placed.find((place) => place.refused !== undefined);
  if (refused !== undefined) return { edits: [], refused: refused.refused ?? '' };
  const edits = placed.flatMap((place) => place.edits);
  const [first] = placed;
  if (first?.cursor === undefined) return { edits };
  return edits.length === 1 ? { ...first, edits } : { edits, cursor: first.cursor };
}

function detailOf({ target: { document, model }, entries }: Written): string {
  const name = document.uri.slice(document.uri.lastIndexOf('/') + 1);
  const count = `${entries} ${entries === 1 ? 'entry' : 'entries'}`;
  return `${count} in ${model === null ? `the new ${name}` : name}`;
}
