import { blockAt, type Position, type Range, type SourceDocument, type TextEdit } from '../../text';
import type { Edited } from '../../text/edit';
import { lineStarts } from '../../text/lines';
import type { FileEdit } from '../diagnostic';

/** More text than this between two edits is not written anew for the sake of fields. */
const FAR = 20_000;

/** Edits of more places than these are shown before they are made. */
export const MANY_PLACES = 8;

/**
 * The edit of a file, and where in the text after it values are to be filled in: one edit then, as a snippet has to be. Where
 * there are many places, or other files, they are shown instead, each place with what is proposed.
 */
export function fieldsOf(
  document: SourceDocument,
  { edits, fills }: Edited,
  isAlone: boolean,
): { readonly edit: FileEdit; readonly fields: readonly Range[] } {
  const { uri } = document;
  const fields: Range[] = [];
  const shift: Shift = { lines: 0, line: -1, characters: 0 };
  for (const [index, one] of edits.entries()) {
    const start = moved(one.range.start, shift);
    for (const [from, to] of fills[index] ?? []) {
      fields.push({ start: along(start, one.newText, from), end: along(start, one.newText, to) });
    }
    grow(shift, one, start);
  }
  const isOne = isAlone && fields.length > 0 && edits.length > 1 && edits.length <= MANY_PLACES;
  const whole = isOne ? asOne(document, edits) : null;
  return { edit: { uri, edits: whole === null ? edits : [whole] }, fields };
}

/** Edits with the text between them as one; null where that is much. */
function asOne(document: SourceDocument, edits: readonly TextEdit[]): TextEdit | null {
  const [first, last] = [edits[0], edits.at(-1)];
  if (first === undefined || last === undefined) return null;
  const parts: string[] = [];
  for (const [index, { range, newText }] of edits.entries()) {
    const next = edits[index + 1];
    parts.push(newText, next === undefined ? '' : textBetween(document, range.end, next.range.start));
  }
  const newText = parts.join('');
  return newText.length > FAR ? null : { range: { start: first.range.start, end: last.range.end }, newText };
}

function textBetween(document: SourceDocument, start: Position, end: Position): string {
  const [from, to] = [blockAt(document, start), blockAt(document, end)];
  if (from.index === to.index) return from.block.text.slice(from.offset, to.offset);
  const middle = document.blocks.slice(from.index + 1, to.index).map(({ text }) => text);
  return [from.block.text.slice(from.offset), ...middle, to.block.text.slice(0, to.offset)].join('');
}

interface Shift {
  lines: number;
  /** The line of the old text in which the last edit ended, and how far what follows on it has moved. */
  line: number;
  characters: number;
}

function moved({ line, character }: Position, shift: Shift): Position {
  return { line: line + shift.lines, character: line === shift.line ? character + shift.characters : character };
}

function grow(shift: Shift, { range, newText }: TextEdit, start: Position): void {
  const end = along(start, newText, newText.length);
  shift.lines = end.line - range.end.line;
  shift.line = range.end.line;
  shift.characters = end.character - range.end.character;
}

/** The position of an offset in a text that begins at a position. */
function along({ line, character }: Position, text: string, offset: number): Position {
  const before = [...lineStarts(text)].filter((start) => start <= offset);
  const last = before.at(-1);
  return last === undefined
    ? { line, character: character + offset }
    : { line: line + before.length, character: offset - last };
}
