import type { Analysis } from '../../coverage/types';
import { groupBy, type Insertion, insertAllNotApplicable, insertMitigations, listed } from '../../model';
import { textOf } from '../../text';
import type { Workspace } from '../../workspace';
import { type PlaceOf, type Target, targetsOf } from '../answer-stub';
import { applyEdits } from '../apply-edits';
import { counted } from '../counted';
import type { Fix } from '../diagnostic';
import { placedIn } from '../fix-insertion';
import { answerBeside } from './beside-several';
import { type Answered, entriesFor, type Way } from './drafts';
import { joinedStatements } from './joined-statements';
import { saidIn } from './said-in';
import { type Named, type Subject, subjectsOf } from './subjects';

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

/**
 * The ways to answer all of these findings at once, each in the first model that names its API, or in a new one, or in the
 * description.
 */
export function answerSeveral(
  workspace: Workspace,
  analysis: Analysis,
  named: readonly Named[],
  placeOf?: PlaceOf,
): SeveralFix[] {
  const subjects = subjectsOf(analysis, named);
  const byFile = filesFor(workspace, subjects, placeOf);
  return WAYS.flatMap(([way, verb]) => {
    const files = byFile.map((file) => ({ ...file, subjects: file.subjects.filter((one) => isFor(one, way)) }));
    return fixOf(
      workspace,
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
function filesFor(workspace: Workspace, subjects: readonly Subject[], placeOf?: PlaceOf): Answered[] {
  return [...groupBy(subjects, ({ api }) => api)].flatMap(([api, own]) => {
    const [target] = targetsOf(workspace, api, placeOf);
    return target === undefined ? [] : [{ target, subjects: own }];
  });
}

/** What comes to stand in one file, and that in words. */
interface Written {
  readonly change: Pick<Fix, 'edits' | 'cursor' | 'fields' | 'refused' | 'confirm'>;
  readonly detail: string;
}

function byUri(files: readonly Answered[]): readonly (readonly Answered[])[] {
  return [...groupBy(files, ({ target }) => target.document.uri).values()];
}

function writeBeside(workspace: Workspace, way: Way, files: readonly Answered[]): Written {
  const { fix, entries } = answerBeside(workspace, way, files);
  return { change: fix, detail: detailOf(files, entries) };
}

function fixOf(workspace: Workspace, way: Way, verb: string, files: readonly Answered[]): SeveralFix[] {
  const answers = files.reduce((sum, { subjects }) => sum + subjects.length, 0);
  if (answers === 0) return [];
  const written = [
    ...byUri(files.filter(({ target }) => target.beside !== true)).map((own) => write(way, own)),
    ...byUri(files.filter(({ target }) => target.beside === true)).map((own) => writeBeside(workspace, way, own)),
  ];
  const threats = counted(answers, 'threat');
  return [
    {
      title: `${verb}: ${threats}`,
      kind: 'quickfix',
      diagnostics: [...new Set(files.flatMap(({ subjects }) => subjects.map(({ finding }) => finding.rule)))],
      ...changesOf(written),
      ...(way === 'not-applicable' ? {} : { strategy: way }),
      preferred: false,
      way,
      detail: listed(written.map(({ detail }) => detail)),
      answers,
    },
  ];
}

function write(way: Way, files: readonly Answered[]): Written {
  const [{ target }] = files as readonly [Answered, ...Answered[]];
  if (way === 'not-applicable') {
    const statements = joinedStatements(files.flatMap(saidIn));
    const insertion = insertAllNotApplicable(target.document, statements);
    return { change: changeOf(target, insertion), detail: detailOf(files, statements.length) };
  }
  const entries = entriesFor(files, way);
  const insertion = insertMitigations(target.document, entries);
  return { change: changeOf(target, insertion), detail: detailOf(files, entries.length) };
}

function changeOf({ document, model }: Target, insertion: Insertion): Written['change'] {
  const place = placedIn(document.uri, insertion);
  if (model !== null || place.refused !== undefined) return place;
  const create = applyEdits(textOf(document), insertion.edits);
  return { ...place, edits: [{ uri: document.uri, edits: [], create }] };
}

function changesOf(written: readonly Written[]): Written['change'] {
  const placed = written.map(({ change }) => change);
  const refused = placed.find((place) => place.refused !== undefined);
  if (refused !== undefined) return { edits: [], refused: refused.refused ?? '' };
  const edits = placed.flatMap((place) => place.edits);
  const [first] = placed;
  const confirm = placed.some((place) => place.confirm) ? { confirm: true as const } : {};
  if (first?.cursor === undefined) return { edits, ...confirm };
  return edits.length === 1 ? { ...first, edits } : { edits, cursor: first.cursor, ...confirm };
}

function detailOf([file]: readonly Answered[], entries: number): string {
  const { document, model } = (file as Answered).target;
  const name = document.uri.slice(document.uri.lastIndexOf('/') + 1);
  const count = counted(entries, 'entry', 'entries');
  return `${count} in ${model === null ? `the new ${name}` : name}`;
}
