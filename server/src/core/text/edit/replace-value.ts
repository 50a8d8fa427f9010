import type { SourceDocument } from '../document';
import { after, kindOf, spanOf } from '../tree';
import type { Block } from '../types';
import { blockOf, type Cell } from './cells';
import { isList, isMembers, type Value } from './change';
import { isBracket, lineStart, quoteAround, type Span, wholeSpan } from './extents';
import { type Piece, pieceOf } from './piece';
import { type Style, styleOf } from './style';
import { blockText, flowText, oneLine, Writer, writeFlow } from './write-value';

/** The piece that puts a value in the place of a scalar or of what stands in brackets; null where other things stand there. */
export function replaceValue(document: SourceDocument, cell: Cell, value: Value, depth: number): Piece | null {
  const block = blockOf(document, cell.index);
  if (cell.node < 0 || !isReplaceable(block, cell.node)) return null;
  const own = spanOf(block, cell.node);
  const span = inLinesAt(block, cell.node) ?? wholeSpan(block, cell.node);
  if (own.start === own.end && span.start === own.start) return behindKey(document, cell, value, depth);
  const style = styleOf(document);
  const quote = kindOf(block, cell.node) === 'scalar' ? quoteAround(block.text, own.start, own.end) : '';
  const plain = isInBrackets(block, cell.node) ? flowText(style) : blockText(style);
  const scalar = isList(value) || isMembers(value) ? flowText(style) : sameQuotes(quote, plain);
  const flow = { ...oneLine(style, tightOr(style)), unit: style.json ? style.unit : null, scalar };
  const out = new Writer();
  writeFlow(out, value, flow, indentOf(block.text, span.start));
  return pieceOf(cell.index, span.start, span.end, out, depth);
}

function isReplaceable(block: Block, node: number): boolean {
  const kind = kindOf(block, node);
  return (
    kind === 'scalar' || ((kind === 'map' || kind === 'sequence') && isBracket(block.text, spanOf(block, node).start))
  );
}

/** A text in lines of its own, from the sign behind its key (`|-`, `>`) to its last sign; null for any other. */
function inLinesAt(block: Block, node: number): Span | null {
  if (kindOf(block, node) !== 'scalar') return null;
  const { start, end } = spanOf(block, node);
  const { text } = block;
  const from = lineStart(text, start);
  if (text.slice(from, start).trim() !== '') return null;
  const head = /[|>][+\-\d]*[ \t]*(?:[ \t]#[^\n]*)?\r?\n$/.exec(text.slice(0, from));
  return head === null ? null : { start: head.index, end: start + text.slice(start, end).trimEnd().length };
}

function tightOr({ json, unit }: Style): string {
  return json && unit === null ? ':' : ': ';
}

/** The blanks in front of the line of an offset. */
function indentOf(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset)))?.[0] ?? '';
}

function isInBrackets(block: Block, node: number): boolean {
  for (let outer = 0; outer < node; outer++) {
    if (after(block, outer) > node && isBracket(block.text, spanOf(block, outer).start)) return true;
  }
  return false;
}

/** A text in the quotes of the one that it replaces. */
function sameQuotes(quote: '"' | "'" | '', plain: (text: string) => string): (text: string) => string {
  if (quote === '"') return (text) => JSON.stringify(text);
  return quote === '' ? plain : (text) => `'${text.replaceAll("'", "''")}'`;
}

/** A value where a key has none yet. */
function behindKey(document: SourceDocument, { index, node }: Cell, value: Value, depth: number): Piece {
  const style = styleOf(document);
  const { text } = blockOf(document, index);
  const { end } = spanOf(blockOf(document, index), node - 1);
  const colon = text.indexOf(':', end) + 1;
  const out = new Writer();
  writeFlow(out.put(' '), value, { ...oneLine(style), scalar: blockText(style) }, '');
  return pieceOf(index, colon, colon, out, depth);
}
