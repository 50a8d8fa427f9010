import type { SourceDocument } from '../document';
import { spanOf } from '../tree';
import { blockOf, type Cell, isSection, type Member, membersOf } from './cells';
import type { Value } from './change';
import { blanksBefore, columnAt, endOfEntry, endOfValue, isFlow, lineStart, wholeSpan } from './extents';
import { type Piece, pieceOf } from './piece';
import { type Style, styleOf } from './style';
import {
  blockText,
  type FlowStyle,
  oneLine,
  Writer,
  writeBetween,
  writeBlockMember,
  writeFlowMember,
} from './write-value';

/** An entry that a mapping is to get. */
export interface NewMember {
  readonly key: string;
  readonly value: Value;
  readonly after?: string | undefined;
}

/** Where new entries come: behind the others (or the one that they name), or in front of them. */
export type Side = 'behind' | 'before';

/** The pieces that give a mapping entries. */
export function insertMembers(
  document: SourceDocument,
  cell: Cell,
  added: readonly NewMember[],
  depth: number,
  side: Side,
): Piece[] {
  const members = membersOf(document, cell);
  if (members.length === 0) return [intoEmpty(document, cell, added, depth)];
  const insert = isFlow(document, cell) ? insertFlow : insertBlock;
  return added.map((one) => {
    const anchor =
      (side === 'before' ? members[0] : members.findLast(({ key }) => key === one.after)) ?? members.at(-1);
    return insert(document, { members, anchor: anchor as Member, side, depth }, one);
  });
}

interface Spot {
  readonly members: readonly Member[];
  readonly anchor: Member;
  readonly side: Side;
  readonly depth: number;
}

function insertBlock(document: SourceDocument, { members, anchor, side, depth }: Spot, added: NewMember): Piece {
  const style = styleOf(document);
  const block = blockOf(document, anchor.index);
  const start = wholeKey(document, anchor).start;
  const column = columnAt(block, start);
  const key = keyText(document, members, added.key, blockText(style));
  const out = new Writer();
  const pad = `${style.eol}${' '.repeat(column)}`;
  if (side === 'before') {
    writeBlockMember(out, key, added.value, column, stepIn(document, members, style));
    return pieceOf(anchor.index, start, start, out.put(pad), depth);
  }
  const end = endOfLines(document, anchor, column);
  writeBlockMember(out.put(pad), key, added.value, column, stepIn(document, members, style));
  return pieceOf(end.index, end.offset, end.offset, out, depth);
}

/** The end of the lines of an entry; of a section those of its last entry. */
function endOfLines(document: SourceDocument, { index, start, value }: Member, column: number) {
  const last = isSection(value) ? membersOf(document, value).at(-1) : undefined;
  if (last !== undefined) return endOfLines(document, last, columnOf(document, last));
  const { text } = blockOf(document, index);
  return { index, offset: endOfEntry(text, start, column) };
}

/** As far as the entries beside it stand in. */
function stepIn(document: SourceDocument, members: readonly Member[], style: Style): Style {
  for (const member of members) {
    const [first] = isFlow(document, member.value) ? [] : membersOf(document, member.value);
    if (first === undefined) continue;
    const step = columnOf(document, first) - columnOf(document, member);
    if (step > 0) return { ...style, unit: ' '.repeat(step) };
  }
  return style;
}

/** The column at which a key begins. */
function columnOf(document: SourceDocument, member: Member): number {
  return columnAt(blockOf(document, member.index), wholeKey(document, member).start);
}

/** A key as its neighbours are written: a status among numbers without quotes has none either. */
function keyText(
  document: SourceDocument,
  members: readonly Member[],
  key: string,
  write: (text: string) => string,
): string {
  if (!/^\d+$/.test(key)) return write(key);
  const like = members.find((member) => /^\d+$/.test(member.key));
  if (like === undefined) return write(key);
  const span = wholeKey(document, like);
  const quote = span.start < like.start ? blockOf(document, like.index).text[span.start] : '';
  return `${quote}${key}${quote}`;
}

/** A key with its quotes. */
function wholeKey(document: SourceDocument, { index, start, end }: Member) {
  const { text } = blockOf(document, index);
  return /["']/.test(text[start - 1] ?? '') && text[end] === text[start - 1]
    ? { start: start - 1, end: end + 1 }
    : { start, end };
}

function insertFlow(document: SourceDocument, { members, anchor, side, depth }: Spot, added: NewMember): Piece {
  const style = styleOf(document);
  const key = wholeKey(document, anchor);
  const blanks = blanksBefore(document, { index: anchor.index, offset: key.start });
  const colon = colonBehind(document, anchor, key.end);
  const isLine = !blanks.includes('\n');
  const flow = flowStyle(style, colon, isLine);
  const indent = isLine ? '' : blanks.slice(blanks.lastIndexOf('\n') + 1);
  const between = isLine ? (colon === ':' ? '' : ' ') : `${style.eol}${indent}`;
  const out = new Writer();
  const written = keyText(document, members, added.key, flow.scalar);
  if (side === 'before') {
    writeFlowMember(out, written, added.value, flow, indent);
    return pieceOf(anchor.index, key.start, key.start, out.put(`,${between}`), depth);
  }
  writeFlowMember(out.put(`,${between}`), written, added.value, flow, indent);
  const { index, offset } = endOfValue(document, anchor.value);
  return pieceOf(index, offset, offset, out, depth);
}

function colonBehind(document: SourceDocument, { index }: Member, end: number): string {
  const colon = /^\s*:\s*/.exec(blockOf(document, index).text.slice(end, end + 100))?.[0] ?? ': ';
  return colon.includes('\n') ? ': ' : colon;
}

function flowStyle(style: Style, colon: string, isLine: boolean): FlowStyle {
  return { ...oneLine(style, colon), unit: isLine || !style.json ? null : style.unit };
}

/** A mapping that has no entries: braces, or nothing at all behind its key. */
function intoEmpty(document: SourceDocument, cell: Cell, added: readonly NewMember[], depth: number): Piece {
  const style = styleOf(document);
  const block = blockOf(document, cell.index);
  const { start, end } = wholeSpan(block, cell.node);
  const line = block.text.slice(lineStart(block.text, start), start);
  const before =
    cell.index > 0 && !block.text.slice(0, start).includes('\n') ? blockOf(document, cell.index - 1).text : '';
  const indent = /^[ \t]*/.exec(line === block.text.slice(0, start) ? lastLine(before) + line : line)?.[0] ?? '';
  const colon = style.json && style.unit === null ? ':' : ': ';
  const flow = flowStyle(style, colon, style.unit === null);
  const out = new Writer();
  const inner = `${indent}${flow.unit ?? ''}`;
  const parts = added.map(
    ({ key, value }) =>
      () =>
        writeFlowMember(out, flow.scalar(key), value, flow, inner),
  );
  const isAbsent = spanOf(block, cell.node).start === end && block.text[end - 1] !== '}';
  if (isAbsent && !style.json) return belowKey(document, cell, added, depth);
  writeBetween(out, ['{', '}'], parts, flow, indent);
  return pieceOf(cell.index, start, end, out, depth);
}

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1);
}

/** Lines below a key that has no value yet; a comment behind it stays. */
function belowKey(document: SourceDocument, { index, node }: Cell, added: readonly NewMember[], depth: number): Piece {
  const style = styleOf(document);
  const block = blockOf(document, index);
  const key = spanOf(block, node - 1);
  const column = columnAt(block, key.start) + (style.unit?.length ?? 2);
  const out = new Writer();
  for (const { key: name, value } of added) {
    writeBlockMember(out.put(`${style.eol}${' '.repeat(column)}`), blockText(style)(name), value, column, style);
  }
  const end = endOfEntry(block.text, key.start, column);
  return pieceOf(index, end, end, out, depth);
}
