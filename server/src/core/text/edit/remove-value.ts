import type { SourceDocument } from '../document';
import { blockOf, type Cell, childAt, isSection, itemsOf, kindAt, type Member, membersOf } from './cells';
import { columnAt, endOfEntry, endOfValue, isFlow, lineStart, type Point, wholeSpan } from './extents';
import { dashBefore } from './insert-items';
import { type Piece, pieceOf } from './piece';
import { Writer } from './write-value';

/** The piece that takes an entry or item away with its lines or its comma; null where that leaves nothing, or cannot be told apart. */
export function removeAt(document: SourceDocument, owner: Cell, step: string | number, depth: number): Piece | null {
  if (childAt(document, owner, step) === null) return null;
  const starts = kindAt(document, owner) === 'sequence' ? itemStarts(document, owner) : memberStarts(document, owner);
  const at = typeof step === 'number' ? step : membersOf(document, owner).findIndex(({ key }) => key === step);
  const own = starts[at];
  if (own === undefined || starts.length < 2) return null;
  return isFlow(document, owner)
    ? fromBrackets(document, starts, at, depth)
    : lines(document, own, starts[at + 1], depth);
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
function fromBrackets(document: SourceDocument, starts: readonly Begin[], at: number, depth: number): Piece | null {
  const own = starts[at] as Begin;
  const next = starts[at + 1];
  if (at === 0 && next !== undefined) {
    return next.index === own.index ? pieceOf(own.index, own.offset, next.offset, new Writer(), depth) : null;
  }
  const before = endOfValue(document, (starts[at - 1] as Begin).value);
  const end = endOfValue(document, own.value);
  return before.index === end.index ? pieceOf(end.index, before.offset, end.offset, new Writer(), depth) : null;
}

function lines(document: SourceDocument, own: Begin, next: Begin | undefined, depth: number): Piece | null {
  if (isSection(own.value)) return null;
  const block = blockOf(document, own.index);
  const start = lineStart(block.text, own.offset);
  if (block.text.slice(start, own.offset).trim() !== '') {
    return next === undefined ? null : pieceOf(own.index, own.offset, next.offset, new Writer(), depth);
  }
  const end = endOfEntry(block.text, own.offset, columnAt(block, own.offset), own.isItem);
  const lineBreak = block.text.indexOf('\n', end) + 1;
  return pieceOf(own.index, start, lineBreak === 0 ? block.text.length : lineBreak, new Writer(), depth);
}
