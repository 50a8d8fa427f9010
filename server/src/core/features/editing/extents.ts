import {
  type Block,
  entries,
  isBlockScalar,
  isFlow,
  isQuoted,
  items,
  kindOf,
  type Position,
  positionOf,
  type Range,
  type SourceDocument,
  spanOf,
} from '../../text';

/** Offsets of a block's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether something is written for the node; an empty value is not. */
export function isWritten(block: Block, node: number): boolean {
  return node >= 0 && (block.tree?.[node * 3 + 1] ?? -1) >= 0;
}

/** All that is written of a node: with its quotes, its brackets and the sign of an alias. */
export function outerSpan(block: Block, node: number): Span {
  const { start, end } = spanOf(block, node);
  if (!isWritten(block, node)) return { start, end };
  const kind = kindOf(block, node);
  if (kind === 'alias') return { start: start - 1, end };
  if (kind === 'scalar') return scalarSpan(block, node, start, end);
  return { start, end: Math.max(start, endOfCollection(block, node, start)) };
}

function scalarSpan(block: Block, node: number, start: number, end: number): Span {
  if (isBlockScalar(block, node)) return { start, end: start + block.text.slice(start, end).trimEnd().length };
  return isQuoted(block, node) ? { start: start - 1, end: end + 1 } : { start, end };
}

function endOfCollection(block: Block, node: number, start: number): number {
  let last = isFlow(block, node) ? start + 1 : start;
  for (const child of childrenOf(block, node)) {
    if (isWritten(block, child)) last = Math.max(last, outerSpan(block, child).end);
  }
  return isFlow(block, node) ? closingBracket(block.text, last) : last;
}

/** The items of a list; the keys and values of a mapping. */
export function childrenOf(block: Block, node: number): number[] {
  return kindOf(block, node) === 'sequence' ? [...items(block, node)] : [...entries(block, node)].flat();
}

/** Behind the bracket that comes next; comments may hold others. */
function closingBracket(text: string, from: number): number {
  const next = /#[^\n]*|[\]}]/g;
  next.lastIndex = from;
  for (let found = next.exec(text); found !== null; found = next.exec(text)) {
    if (!found[0].startsWith('#')) return next.lastIndex;
  }
  return from;
}

/** The text of a block without the blank lines and comments at its end, which belong to what follows. */
export function contentEnd({ text, keyStart }: Block): number {
  let end = text.length;
  while (end > keyStart) {
    const line = text.lastIndexOf('\n', end - 1) + 1;
    const content = text.slice(line, end).trim();
    if (content !== '' && (!content.startsWith('#') || line <= keyStart)) break;
    end = line - 1;
  }
  return Math.max(keyStart, text.slice(0, Math.max(0, end)).trimEnd().length);
}

/** The range of a span of a block that lies in the document. */
export function rangeIn(document: SourceDocument, block: Block, { start, end }: Span): Range {
  return { start: positionOf(document, block, start), end: positionOf(document, block, end) };
}

/** The text's start and end. */
export function wholeRange(document: SourceDocument): Range {
  const last = document.blocks.at(-1);
  const start: Position = { line: 0, character: 0 };
  return { start, end: last === undefined ? start : positionOf(document, last, last.text.length) };
}
