import { parseStatement } from '../../model/grammar/statement';
import { wordsOfModel } from '../../model/words/words-of';
import {
  type Block,
  blockAt,
  entries,
  kindOf,
  type Position,
  type Range,
  rangeOf,
  type SourceDocument,
  spanOf,
} from '../../text';
import { contains, isBefore } from '../locate';
import { childrenOf, isWritten, outerSpan, rangeIn, type Span, wholeRange } from './extents';
import { outlineOf } from './outline';

/** Ranges around a position, each inside the next: word, statement, value, key and value, entry, section, file. */
export function selectionRanges(document: SourceDocument, position: Position): Range[] {
  const { block, offset } = blockAt(document, position);
  const inner = [
    ...wordsAt(document, block, position),
    ...valuesAt(block, offset).map((span) => rangeIn(document, block, span)),
  ];
  const outer = outlineOf(document).flatMap((section) =>
    [...section.entries, section].flatMap((node) => [node.keyRange, node.range]),
  );
  const around = [...inner, ...outer, wholeRange(document)].filter((range) => contains(range, position));
  return nested(around.sort(bySize), { start: position, end: position });
}

/** Leaves out what is not around the one before it. */
function nested(ranges: readonly Range[], cursor: Range): Range[] {
  const chain: Range[] = [];
  let last = cursor;
  for (const range of ranges) {
    const isAround = !isBefore(last.start, range.start) && !isBefore(range.end, last.end);
    const isSame = !isBefore(range.start, last.start) && !isBefore(last.end, range.end);
    if (!isAround || isSame) continue;
    chain.push(range);
    last = range;
  }
  return chain;
}

function bySize(first: Range, second: Range): number {
  return (
    linesOf(first) - linesOf(second) ||
    (linesOf(first) === 0 ? widthOf(first) - widthOf(second) : startOf(second, first))
  );
}

const linesOf = ({ start, end }: Range) => end.line - start.line;
const widthOf = ({ start, end }: Range) => end.character - start.character;

/** Of two ranges over as many lines the one that starts later is the inner one, or ends earlier. */
function startOf(first: Range, second: Range): number {
  if (isBefore(second.start, first.start)) return 1;
  if (isBefore(first.start, second.start)) return -1;
  return isBefore(second.end, first.end) ? -1 : isBefore(first.end, second.end) ? 1 : 0;
}

function wordsAt(document: SourceDocument, block: Block, position: Position): Range[] {
  return wordsOfModel(document).flatMap(({ at, isExact }) => {
    const range = isExact && at.block === block ? rangeOf(document, at) : null;
    return range !== null && contains(range, position) ? [range] : [];
  });
}

/** The values of a block that hold an offset: the two sides of a statement, the text, it with its quotes, the list, key and value. */
function valuesAt(block: Block, offset: number): Span[] {
  if (block.tree === null) return [];
  return spansOf(block, 0, offset);
}

function spansOf(block: Block, node: number, offset: number): Span[] {
  if (!isWritten(block, node)) return [];
  const outer = outerSpan(block, node);
  if (offset < outer.start || offset > outer.end) return [];
  const own = kindOf(block, node) === 'scalar' ? [...sidesOf(block, node), spanOf(block, node), outer] : [outer];
  const inner = childrenOf(block, node).flatMap((child) => spansOf(block, child, offset));
  return [...inner, ...pairsAt(block, node, offset), ...own];
}

function pairsAt(block: Block, node: number, offset: number): Span[] {
  return [...entries(block, node)].flatMap(([key, value]) => {
    const { start, end: keyEnd } = outerSpan(block, key);
    const end = isWritten(block, value) ? Math.max(keyEnd, outerSpan(block, value).end) : keyEnd;
    return offset >= start && offset <= end ? [{ start, end }] : [];
  });
}

/** *what* and *where* of a statement. */
function sidesOf(block: Block, node: number): Span[] {
  const { start, end } = spanOf(block, node);
  const text = block.text.slice(start, end);
  const parsed = parseStatement(text);
  if ('error' in parsed || parsed.value.what === null) return [];
  const on = text.slice(0, parsed.value.whereStart).trimEnd().length - 2;
  const what = { start, end: start + text.slice(0, on).trimEnd().length };
  return [what, { start: start + parsed.value.whereStart, end }];
}
