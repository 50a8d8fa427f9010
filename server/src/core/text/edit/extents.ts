import type { SourceDocument } from '../document';
import { kindOf, spanOf } from '../tree';
import type { Block } from '../types';
import { blockOf, type Cell, isSection, itemsOf, kindAt, type Member, membersOf } from './cells';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** An offset of a block. */
export interface Point {
  readonly index: number;
  readonly offset: number;
}

/** The end of the line of an offset, in front of its line break. */
export function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  if (at < 0) return text.length;
  return at > offset && text[at - 1] === '\r' ? at - 1 : at;
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/**
 * The end of the last line of an entry in lines of its own, or of an item of a list: lines that stand in further than it, and
 * items of a list at its own column.
 * @param column of its key, or of its dash
 */
export function endOfEntry(text: string, start: number, column: number, isItem = false): number {
  let end = lineEnd(text, start);
  for (let next = text.indexOf('\n', end) + 1; next > 0 && next < text.length; next = text.indexOf('\n', next) + 1) {
    const stop = lineEnd(text, next);
    const line = text.slice(next, stop);
    const indent = line.search(/\S/);
    if (indent < 0 || (line[indent] === '#' && indent <= column)) continue;
    const isListed = !isItem && indent === column && /^-(?:\s|$)/.test(line.slice(indent));
    if ((indent <= column && !isListed) || /^(?:---|\.\.\.)(?:\s|$)/.test(line)) break;
    end = stop;
  }
  return end;
}

/** Behind the bracket that closes what opens at an offset, in JSON or in braces of YAML. */
export function endOfFlow(text: string, start: number): number {
  const token = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'(?=\s*[,:}\]])|(?<=\s)#[^\n]*|\/\*.*?\*\/|[[\]{}]/gs;
  token.lastIndex = start;
  let depth = 0;
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    const [sign] = found;
    if (sign === '{' || sign === '[') depth++;
    else if (sign === '}' || sign === ']') depth--;
    if (depth === 0) return token.lastIndex;
  }
  return text.length;
}

/** Where a value stands with its quotes or brackets. A mapping or list in lines ends with its last scalar. */
export function wholeSpan(block: Block, node: number): Span {
  const { start, end } = spanOf(block, node);
  const { text } = block;
  const kind = kindOf(block, node);
  if (kind === 'map' || kind === 'sequence') {
    return isBracket(text, start) ? { start, end: endOfFlow(text, start) } : { start, end };
  }
  if (kind === 'alias') return { start: start - 1, end };
  return quoteAround(text, start, end) === '' ? { start, end } : { start: start - 1, end: end + 1 };
}

export function isBracket(text: string, offset: number): boolean {
  return text[offset] === '{' || text[offset] === '[';
}

/** The quotes around a scalar, or empty. */
export function quoteAround(text: string, start: number, end: number): '"' | "'" | '' {
  const quote = text[start - 1];
  return (quote === '"' || quote === "'") && text[end] === quote ? quote : '';
}

/** Whether a mapping or list is written in brackets. */
export function isFlow(document: SourceDocument, cell: Cell): boolean {
  if (document.syntax === 'json') return true;
  if (isSection(cell)) return false;
  const block = blockOf(document, cell.index);
  return isBracket(block.text, spanOf(block, cell.node).start);
}

/** Behind a value that is written in brackets: for a section behind the bracket that closes it. */
export function endOfValue(document: SourceDocument, cell: Cell): Point {
  if (!isSection(cell)) {
    return { index: cell.index, offset: wholeSpan(blockOf(document, cell.index), cell.node).end };
  }
  const last = membersOf(document, cell).at(-1) as Member;
  const inner = endOfValue(document, last.value);
  const { text } = blockOf(document, inner.index);
  const bracket = text.indexOf('}', inner.offset);
  return { index: inner.index, offset: bracket < 0 ? text.length : bracket + 1 };
}

/** The blanks in front of an offset, with the line break before them. */
export function blanksBefore(document: SourceDocument, { index, offset }: Point): string {
  const here = blockOf(document, index).text.slice(0, offset);
  const text = here.trim() === '' && index > 0 ? blockOf(document, index - 1).text + here : here;
  return /\s*$/.exec(text)?.[0] ?? '';
}

/** The column of an offset of a block of YAML. */
export function columnAt(block: Block, offset: number): number {
  const line = block.text.slice(lineStart(block.text, offset), offset);
  return line.replace('\uFEFF', '').length;
}

/** The last entry or item of a value, with where it begins. */
export function isEmptyCell(document: SourceDocument, cell: Cell): boolean {
  return kindAt(document, cell) === 'sequence'
    ? itemsOf(document, cell).length === 0
    : membersOf(document, cell).length === 0;
}
