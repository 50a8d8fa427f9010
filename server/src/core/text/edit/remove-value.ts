import type { SourceDocument } from '../document';
import { blockOf, type Cell, childAt, isSection, itemsOf, kindAt, type Member, membersOf } from './cells';
import { columnAt, endOfEntry, endOfValue, isFlow, lineStart, type Point, wholeSpan } from './extents';
import { dashBefore } from './insert-items';
import { type Piece, pieceOf } from './piece';
import { Writer } from './write-value';

/**
 * The pieces that take an entry or item away with its lines or its comma, one for each block that they lie in; null where that leaves
 * nothing, or cannot be told apart.
 */
export function removeAt(document: SourceDocument, owner: Cell, step: string | number, depth: number): Piece[] | null {
  if (childAt(document, owner, step) === null) return null;
  const starts = kindAt(document, owner) === 'sequence' ? itemStarts(document, owner) : memberStarts(document, owner);
  const at = typeof step === 'number' ? step : membersOf(document, owner).findIndex(({ key }) => key === step);
  const own = starts[at];
  if (own === undefined || starts.length < 2) return null;
  if (isFlow(document, owner)) return fromBrackets(document, starts, at, depth);
  if (isSection(own.value)) {
    const offset = lineStart(blockOf(document, own.index).text, own.offset);
    return between(document, { index: own.index, offset }, endOfSection(document, own), depth);
  }
  const piece = lines(document, own, starts[at + 1], depth);
  return piece === null ? null : [piece];
}

interface Begin extends Point {
  readonly value: Cell;
  readonly isItem: boolean;
}

function memberStarts(document: SourceDocument, owner: Cell): Begin[] {
  return membersOf(document, owner).map((member) => ({
    index: member.index,
    offset: keyStart(document, member),
    value: member.value,
    isItem: false,
  }));
}

function keyStart(document: SourceDocument, { index, start, end }: Member): number {
  const { text } = blockOf(document, index);
  return /["']/.test(text[start - 1] ?? '') && text[end] === text[start - 1] ? start - 1 : start;
}

function itemStarts(document: SourceDocument, owner: Cell): Begin[] {
  const flow = isFlow(document, owner);
  return itemsOf(document, owner).map((value) => {
    const block = blockOf(document, value.index);
    const offset = flow ? wholeSpan(block, value.node).start : dashBefore(document, value).offset;
    return { index: value.index, offset, value, isItem: true };
  });
}

/** With the comma in front of it, or behind the first. */
function fromBrackets(document: SourceDocument, starts: readonly Begin[], at: number, depth: number): Piece[] {
  const own = starts[at] as Begin;
  const next = starts[at + 1];
  if (at === 0 && next !== undefined) return between(document, own, next, depth);
  const before = endOfValue(document, (starts[at - 1] as Begin).value);
  return between(document, before, endOfValue(document, own.value), depth);
}

/** All from one point to another, block by block. */
function between(document: SourceDocument, from: Point, to: Point, depth: number): Piece[] {
  const pieces: Piece[] = [];
  for (let index = from.index; index <= to.index; index++) {
    const start = index === from.index ? from.offset : 0;
    const end = index === to.index ? to.offset : blockOf(document, index).text.length;
    if (end > start) pieces.push(pieceOf(index, start, end, new Writer(), depth));
  }
  return pieces;
}

/** Behind the line on which the last entry of a section ends. */
function endOfSection(document: SourceDocument, section: Point & { readonly value: Cell }): Point {
  const last = memberStarts(document, section.value).at(-1);
  if (last !== undefined && isSection(last.value)) return endOfSection(document, last);
  const { index, offset } = last ?? section;
  const block = blockOf(document, index);
  const end = endOfEntry(block.text, offset, columnAt(block, offset));
  const lineBreak = block.text.indexOf('\n', end) + 1;
  return { index, offset: lineBreak === 0 ? block.text.length : lineBreak };
}

function lines(document: SourceDocument, own: Begin, next: Begin | undefined, depth: number): Piece | null {
  const block = blockOf(document, own.index);
  const start = lineStart(block.text, own.offset);
  if (block.text.slice(start, own.offset).trim() !== '') {
    return next === undefined ? null : pieceOf(own.index, own.offset, next.offset, new Writer(), depth);
  }
  const end = endOfEntry(block.text, own.offset, columnAt(block, own.offset), own.isItem);
  const lineBreak = block.text.indexOf('\n', end) + 1;
  return pieceOf(own.index, start, lineBreak === 0 ? block.text.length : lineBreak, new Writer(), depth);
}
