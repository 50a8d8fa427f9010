import { type Position, type SourceDocument, textOf } from '../../text';
import { countBreaks } from '../../text/lines';
import { type Bend, readSketch } from './sketch/read-sketch';
import { lineEndFrom } from './sketch/scalars';
import {
  CURSOR,
  type SketchList,
  type SketchMap,
  type SketchNode,
  type SketchPair,
  type SketchScalar,
} from './sketch/types';

/** A key on the way from the root to the cursor. */
export interface Step {
  readonly map: SketchMap;
  readonly pair: SketchPair;
}

/** Where a cursor stands in a text. Offsets of the sketch count one too many behind it: see `place`. */
export interface Cursor {
  readonly text: string;
  readonly offset: number;
  readonly line: number;
  readonly lineStart: number;
  /** Blanks before the line's first word. */
  readonly indent: number;
  readonly root: SketchNode;
  readonly steps: readonly Step[];
  /** The list that it stands in, and whether with a mark of its own. */
  readonly list: SketchList | null;
  readonly marked: boolean;
  readonly isName: boolean;
  /** The word or text at the cursor. */
  readonly scalar: SketchScalar;
  /** The scalar's text on either side of the cursor. */
  readonly before: string;
  readonly behind: string;
}

interface Last {
  readonly offset: number;
  readonly cursor: Cursor | null;
}

const lastOf = new WeakMap<SourceDocument, Last>();

/** What is being typed at a position of a document; several ask for it with one keystroke. */
export function cursorAt(document: SourceDocument, position: Position): Cursor | null {
  const text = textOf(document);
  const offset = offsetAt(text, position);
  const last = lastOf.get(document);
  if (last?.offset === offset) return last.cursor;
  const cursor = cursorIn(text, offset);
  lastOf.set(document, { offset, cursor });
  return cursor;
}

/** Finds out what is being typed at an offset of a text; null in comments, in the blanks before a word, and where tabs are the indentation. */
export function cursorIn(text: string, offset: number): Cursor | null {
  const lineStart = lineStartAt(text, offset);
  const indent = /^[ \t\uFEFF]*/.exec(text.slice(lineStart, offset))?.[0].length ?? 0;
  if (text.slice(lineStart, lineStart + indent).includes('\t')) return null;
  if (lineStart + indent === offset && /^[ \t]+[^\s]/.test(text.slice(offset, lineEndFrom(text, offset)))) return null;
  const clean = text.replaceAll(CURSOR, ' ');
  const marked = clean.slice(0, offset) + CURSOR + clean.slice(offset);
  const root = readSketch(marked, bendOf(text, lineStart, offset));
  const found = find(root, [], null, true);
  if (found === null) return null;
  const [before = '', behind = ''] = found.scalar.text.split(CURSOR);
  return {
    text,
    offset,
    line: countBreaks(text.slice(0, lineStart)),
    lineStart,
    indent,
    root,
    before,
    behind,
    ...found,
  };
}

/** Where the line of an offset starts. */
export function lineStartAt(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** The offset in the text of one in the sketch. */
export function place({ offset }: Cursor, at: number): number {
  return at > offset ? at - 1 : at;
}

/**
 * A word alone on its line stands where the next line does, if that one stands further in than it, or than the line before: else it
 * would tear it off.
 */
function bendOf(text: string, lineStart: number, offset: number): Bend | null {
  const end = lineEndFrom(text, offset);
  const line = text.slice(lineStart, end);
  if (/:(?:\s|$)|^\s*(?:-\s|-$|#)/.test(line)) return null;
  const column = line.search(/\S|$/);
  const next = nextColumn(text, end + 1);
  const before = columnBefore(text, lineStart);
  const isMeant = next > column || (next > before && next >= 0 && next !== column);
  return isMeant ? { line: lineStart, column: next } : null;
}

/** The column of the line before that says something; -1 where none does. */
function columnBefore(text: string, to: number): number {
  for (let end = to - 1; end > 0; end = text.lastIndexOf('\n', end - 1)) {
    const start = lineStartAt(text, end);
    const column = /^ *(?=[^\s#])/.exec(text.slice(start, end))?.[0].length ?? -1;
    if (column >= 0) return column;
    if (start === 0) return -1;
  }
  return -1;
}

/** The column of the next line that says something; -1 where none comes. */
export function nextColumn(text: string, from: number): number {
  const next = /^([ ]*)(?=[^\s#])/gm;
  next.lastIndex = from;
  return from >= text.length ? -1 : (next.exec(text)?.[1]?.length ?? -1);
}

type Found = Pick<Cursor, 'steps' | 'list' | 'marked' | 'isName' | 'scalar'>;

function find(node: SketchNode, steps: readonly Step[], list: SketchList | null, marked: boolean): Found | null {
  if (node.kind === 'list') return findInList(node, steps);
  if (node.kind === 'map') return findInMap(node, steps, marked);
  return node.text.includes(CURSOR) ? { steps, list, marked, isName: false, scalar: node } : null;
}

function findInList(list: SketchList, steps: readonly Step[]): Found | null {
  for (const { node, marked } of list.items) {
    const found = node === null ? null : find(node, steps, list, marked);
    if (found !== null) return found;
  }
  return null;
}

function findInMap(map: SketchMap, steps: readonly Step[], marked: boolean): Found | null {
  for (const pair of map.pairs) {
    const path = [...steps, { map, pair }];
    if (pair.name.text.includes(CURSOR)) return { steps: path, list: null, marked, isName: true, scalar: pair.name };
    const found = pair.value === null ? null : find(pair.value, path, null, true);
    if (found !== null) return found;
  }
  return null;
}

/** The offset of a position; past a line's or the text's end it is that end. */
export function offsetAt(text: string, { line, character }: Position): number {
  let start = 0;
  let number = 0;
  for (const { index, 0: sign } of text.matchAll(/\r\n|\n|\r/g)) {
    if (number === line) return Math.min(start + character, index);
    number++;
    start = index + sign.length;
  }
  return number < line ? text.length : Math.min(start + character, text.length);
}
