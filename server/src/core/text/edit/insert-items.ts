import type { SourceDocument } from '../document';
import { kindOf } from '../tree';
import { blockOf, type Cell, itemsOf } from './cells';
import type { Value } from './change';
import { blanksBefore, columnAt, endOfEntry, isBracket, wholeSpan } from './extents';
import { type Piece, pieceOf } from './piece';
import { styleOf } from './style';
import { oneLine, Writer, writeBetween, writeBlockItem, writeFlow } from './write-value';

/** The piece that gives a list further items, behind its own. */
export function insertItems(document: SourceDocument, cell: Cell, added: readonly Value[], depth: number): Piece {
  const block = blockOf(document, cell.index);
  const last = itemsOf(document, cell).at(-1);
  const list = wholeSpan(block, cell.node);
  if (last === undefined) {
    const out = new Writer();
    const parts = added.map((value) => () => writeFlow(out, value, oneLine(styleOf(document)), ''));
    writeBetween(out, ['[', ']'], parts, { ...oneLine(styleOf(document)), pad: '' }, '');
    return pieceOf(cell.index, list.start, list.end, out, depth);
  }
  return isBracket(block.text, list.start)
    ? behindInBrackets(document, last, added, depth)
    : behindInLines(document, last, added, depth);
}

function behindInBrackets(document: SourceDocument, last: Cell, added: readonly Value[], depth: number): Piece {
  const style = styleOf(document);
  const span = wholeSpan(blockOf(document, last.index), last.node);
  const blanks = blanksBefore(document, { index: last.index, offset: span.start });
  const isLine = !blanks.includes('\n');
  const tight = style.json && style.unit === null;
  const indent = isLine ? '' : blanks.slice(blanks.lastIndexOf('\n') + 1);
  const between = isLine ? (tight ? '' : ' ') : `${style.eol}${indent}`;
  const flow = { ...oneLine(style, tight ? ':' : ': '), unit: isLine || !style.json ? null : style.unit };
  const out = new Writer();
  for (const value of added) writeFlow(out.put(`,${between}`), value, flow, indent);
  return pieceOf(last.index, span.end, span.end, out, depth);
}

function behindInLines(document: SourceDocument, last: Cell, added: readonly Value[], depth: number): Piece {
  const style = styleOf(document);
  const block = blockOf(document, last.index);
  const dash = dashBefore(document, last);
  const column = columnAt(block, dash.offset);
  const out = new Writer();
  for (const value of added) {
    writeBlockItem(out.put(`${style.eol}${' '.repeat(column)}`), value, column, style, dash.gap);
  }
  const end = endOfEntry(block.text, dash.offset, column, true);
  return pieceOf(last.index, end, end, out, depth);
}

/** The dash of an item in lines, and the blanks between both. */
export function dashBefore(
  document: SourceDocument,
  { index, node }: Cell,
): { readonly offset: number; readonly gap: string } {
  const block = blockOf(document, index);
  const { start } = wholeSpan(block, node);
  const before = block.text.slice(0, start);
  const offset = before.lastIndexOf('-');
  const gap = before.slice(offset + 1);
  return { offset, gap: /^ +$/.test(gap) && kindOf(block, node) !== 'none' ? gap : ' ' };
}
