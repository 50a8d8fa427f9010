import { carriedBy, type ModelWord, wordsOfModel } from '../../model';
import {
  changeDocument,
  errorIn,
  type Place,
  positionOf,
  type SourceDocument,
  spanOf,
  type TextEdit,
} from '../../text';
import type { Workspace } from '../../workspace';
import type { FileEdit } from '../diagnostic';
import { lastSegment } from '../first-model/places';
import { locate } from '../locate';

/** Why something cannot be renamed, as a sentence. */
export interface Refusal {
  readonly refused: string;
}

/** One word that gets another text. */
export interface Change {
  readonly at: Place;
  /** What stands there, as it reads. */
  readonly from: string;
  readonly to: string;
}

/** The edits of all files, or why they cannot be made: every place is changed, or none. */
export function editsOf(workspace: Workspace, changes: readonly Change[]): readonly FileEdit[] | Refusal {
  const byFile = new Map<string, Map<string, TextEdit>>();
  for (const change of changes) {
    const obstacle = obstacleAt(workspace, change);
    if (obstacle !== null) return { refused: obstacle };
    const range = locate(workspace, change.at)?.range;
    if (range === undefined) return { refused: 'The text has changed meanwhile: try again' };
    const edits = byFile.get(change.at.uri) ?? new Map<string, TextEdit>();
    byFile.set(change.at.uri, edits.set(`${range.start.line} ${range.start.character}`, { range, newText: change.to }));
  }
  const files = [...byFile].map(([uri, edits]) => ({ uri, edits: [...edits.values()].sort(laterFirst) }));
  const broken = files.find((file) => !isSound(workspace, file));
  if (broken === undefined) return files;
  return {
    refused: `The new name could not stand in ${lastSegment(broken.uri)} as that is written: choose one without signs`,
  };
}

function laterFirst({ range: { start: a } }: TextEdit, { range: { start: b } }: TextEdit): number {
  return b.line - a.line || b.character - a.character;
}

/** A word that is not written as it reads, or that an anchor carries elsewhere, cannot be changed alone. */
function obstacleAt(workspace: Workspace, { at, from }: Change): string | null {
  const { block, start, end } = at;
  if (block.text.slice(start, end) !== from) {
    return `\`${from}\` is written with escapes or over several lines in ${placeName(workspace, at)}: write it plainly there first`;
  }
  const isCarried = [...(block.anchors?.keys() ?? [])].some((node) => {
    const span = spanOf(block, node);
    return span.start <= start && end <= span.end;
  });
  const document = workspace.get(at.uri);
  return isCarried || (document !== undefined && carriedBy(document, at) !== null)
    ? `\`${from}\` stands in an anchored part in ${placeName(workspace, at)}, which may mean other things elsewhere`
    : null;
}

export function placeName(workspace: Workspace, at: Place): string {
  const document = workspace.get(at.uri);
  const line = document === undefined ? 0 : positionOf(document, at.block, at.start).line;
  return `line ${line + 1} of ${lastSegment(at.uri)}`;
}

/** Whether the file still reads, block for block and word for word, but for the words that were changed. */
function isSound(workspace: Workspace, { uri, edits }: FileEdit): boolean {
  const before = workspace.get(uri);
  if (before === undefined) return false;
  const after = changeDocument(
    before,
    edits.map(({ range, newText }) => ({ range, text: newText })),
  );
  if (after.blocks.length !== before.blocks.length || errors(after) !== errors(before)) return false;
  return isSame(wordsOfModel(before), wordsOfModel(after), new Set(edits.map(({ newText }) => newText)));
}

function errors(document: SourceDocument): number {
  return document.blocks.filter((block) => errorIn(document.uri, block) !== null).length;
}

function isSame(before: readonly ModelWord[], after: readonly ModelWord[], changed: ReadonlySet<string>): boolean {
  if (before.length !== after.length) return false;
  return before.every((word, index) => {
    const now = after[index];
    return now !== undefined && word.role === now.role && (word.text === now.text || changed.has(now.text));
  });
}
