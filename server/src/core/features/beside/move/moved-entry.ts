import { ANSWERS_KEY, changeDocument, type SourceDocument, type TextEdit } from '../../../text';
import { type Change, editDocument, entryText, type Path, valueAt } from '../../../text/edit';
import type { FileEdit } from '../../diagnostic';

/** An entry that is to stand elsewhere. */
export interface Move {
  readonly from: SourceDocument;
  readonly path: Path;
  /** What has to be written differently in it there. */
  readonly changes: readonly Change[];
  /** The key that it gets there. */
  readonly key: string;
  readonly to: SourceDocument;
  /** The keys that lead to the section that it gets to. */
  readonly section: Path;
  /** The edits that write an entry of this value there, where there is a way of one's own. */
  readonly insert?: (value: string) => readonly TextEdit[];
}

/** The edits of both files, or why it cannot be moved, as a sentence. */
export type Moved = { readonly edits: readonly FileEdit[] } | { readonly refused: string };

const LOST = 'Its comments would be lost there: move it by hand.';
const UNREAD = 'It cannot be written there as both files are: move it by hand.';
const MARK = 'stridewise-moves-this';

/** Moves an entry as it is written, comments and all, where both files are written in lines; else by what it says. */
export function movedEntry(move: Move): Moved {
  const { from, path, changes, key, to, section } = move;
  const adapted = changes.length === 0 ? { after: from } : editDocument(from, changes);
  const renamed = [...path.slice(0, -1), key];
  const written = adapted === null ? null : entryText(adapted.after, renamed);
  const removed = removal(from, path);
  if (adapted === null || written === null || removed === null) return { refused: UNREAD };
  const value = valueAt(adapted.after, renamed);
  const isRight = (edits: readonly TextEdit[] | null): edits is readonly TextEdit[] =>
    edits !== null && isWritten(to, edits, [...section, key], value);
  const inLines = written.lines === null ? null : insertedLines(move, written.lines);
  if (isRight(inLines)) return { edits: [fileEdit(from, removed), fileEdit(to, inLines)] };
  if (written.commented || written.above !== null) return { refused: LOST };
  const said = editDocument(to, [{ kind: 'set', path: [...section, key], value }])?.edits ?? null;
  return isRight(said) ? { edits: [fileEdit(from, removed), fileEdit(to, said)] } : { refused: UNREAD };
}

function fileEdit({ uri }: SourceDocument, edits: readonly TextEdit[]): FileEdit {
  return { uri, edits };
}

/** Takes an entry away, with the comments above it and with what holds nothing else. */
function removal(document: SourceDocument, path: Path): readonly TextEdit[] | null {
  const above = entryText(document, path)?.above ?? null;
  const least = Math.max(1, path.indexOf(ANSWERS_KEY) + 1);
  let { length } = path;
  while (length > least && Object.keys(valueAt(document, path.slice(0, length - 1)) ?? {}).length === 1) length--;
  const [first, ...rest] = editDocument(document, [{ kind: 'remove', path: path.slice(0, length) }])?.edits ?? [];
  if (first === undefined) return null;
  const isBelow = above !== null && above.end.line === first.range.start.line;
  const start = isBelow ? above.start : first.range.start;
  return [{ ...first, range: { start, end: first.range.end } }, ...rest];
}

/** A line that holds nothing but the entry. */
const LINE = new RegExp(`^([ \\t]*)(?:"[^"\\n]*"|'[^'\\n]*'|[^\\s"'{[,][^\\n{]*): ["']?${MARK}["']?$`, 'm');

/** The edits that write an entry's lines at a section of another file; null where that section does not stand in lines. */
function insertedLines({ to, section, key, insert }: Move, lines: readonly string[]): readonly TextEdit[] | null {
  if (to.syntax === 'json') return null;
  const set = () => editDocument(to, [{ kind: 'set', path: [...section, key], value: MARK }])?.edits ?? null;
  const edits = insert === undefined ? set() : insert(MARK);
  const [edit] = edits ?? [];
  const found = edit === undefined || edits?.length !== 1 ? null : LINE.exec(edit.newText);
  if (edit === undefined || found === null) return null;
  const eol = to.blocks.some(({ text }) => text.includes('\r\n')) ? '\r\n' : '\n';
  const [line, own = ''] = found;
  // In the middle of a line the blanks in front of it are there.
  const { character } = edit.range.start;
  const pad = found.index > 0 || character === 0 ? own : ' '.repeat(character);
  const text = lines.map((one) => (one === '' ? one : pad + one)).join(eol);
  const before = edit.newText.slice(0, found.index);
  const newText = before + text.slice(own === pad ? 0 : pad.length) + edit.newText.slice(found.index + line.length);
  return [{ range: edit.range, newText }];
}

/** Whether the entry reads there as it did. */
function isWritten(document: SourceDocument, edits: readonly TextEdit[], path: Path, value: unknown): boolean {
  const after = changeDocument(document, edits.map(({ range, newText }) => ({ range, text: newText })).reverse());
  return JSON.stringify(valueAt(after, path)) === JSON.stringify(value);
}
