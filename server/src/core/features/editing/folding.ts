import {
  type Block,
  entries,
  isFlow,
  items,
  kindOf,
  memo,
  positionOf,
  type SourceDocument,
  textOf,
  // biome-ignore lint/suspicious/noShadowRestrictedNames: the text room's word for it.
  valueOf,
} from '../../text';
import { isWritten, outerSpan, type Span } from './extents';
import { outlineOf, readBlocks } from './outline';

/** Lines that can be folded away: those behind `startLine`, up to `endLine`. */
export interface FoldingRange {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind: 'region' | 'comment';
}

/** What can be folded in a model: sections, entries, values of several lines, and comments. */
export function foldingRanges(document: SourceDocument): FoldingRange[] {
  const regions = new Map<number, number>();
  for (const [startLine, endLine] of [...outlineLines(document), ...valueLines(document)]) {
    if (endLine > startLine) regions.set(startLine, Math.max(endLine, regions.get(startLine) ?? 0));
  }
  const folded = [...regions].map(([startLine, endLine]): FoldingRange => ({ startLine, endLine, kind: 'region' }));
  return [...folded, ...commentsOf(document)].sort((a, b) => a.startLine - b.startLine);
}

type Lines = readonly [start: number, end: number];

function outlineLines(document: SourceDocument): Lines[] {
  return outlineOf(document).flatMap((section) =>
    [section, ...section.entries].map(({ range: { start, end } }): Lines => [start.line, end.line]),
  );
}

function valueLines(document: SourceDocument): Lines[] {
  return readBlocks(document).flatMap((block) => spansOf(block).map((span) => linesOf(document, block, span)));
}

function linesOf(document: SourceDocument, block: Block, { start, end }: Span): Lines {
  return [positionOf(document, block, start).line, positionOf(document, block, end).line];
}

/** Keys with their values, and items of lists, inside a block. */
const spansOf: (block: Block) => readonly Span[] = memo((block) => {
  const found: Span[] = [];
  visit(block, valueOf(block), found);
  return found.filter(({ start, end }) => block.text.slice(start, end).includes('\n'));
});

function visit(block: Block, node: number, found: Span[]): void {
  for (const [key, value] of entries(block, node)) {
    if (isWritten(block, value)) found.push({ start: outerSpan(block, key).start, end: foldedEnd(block, value) });
    visit(block, value, found);
  }
  for (const item of items(block, node)) {
    found.push({ start: outerSpan(block, item).start, end: foldedEnd(block, item) });
    visit(block, item, found);
  }
}

/** A bracket alone on its line stays in sight. */
function foldedEnd(block: Block, node: number): number {
  const { end } = outerSpan(block, node);
  const line = block.text.lastIndexOf('\n', end - 1);
  const isAlone = isFlow(block, node) && /^[ \t]*[\]}]$/.test(block.text.slice(line + 1, end));
  return isAlone && line > 0 ? line - 1 : end;
}

/** Comments of two lines and more. */
function commentsOf(document: SourceDocument): FoldingRange[] {
  const texts = textLines(document);
  const lines = textOf(document).split('\n');
  const isComment = (line: number) => /^\s*#/.test(lines[line] ?? '') && !texts.has(line);
  return lines.flatMap((_, startLine): FoldingRange[] => {
    if (!isComment(startLine) || isComment(startLine - 1)) return [];
    let endLine = startLine;
    while (isComment(endLine + 1)) endLine++;
    return endLine > startLine ? [{ startLine, endLine, kind: 'comment' }] : [];
  });
}

/** Lines inside texts of several lines, where `#` begins no comment; of what does not read nobody knows, so all of it. */
function textLines(document: SourceDocument): ReadonlySet<number> {
  const inside = new Set<number>();
  for (const block of document.blocks) {
    const unread = block.kind !== 'prologue' && block.tree === null;
    const spans = unread ? [{ start: 0, end: block.text.length }] : textsOf(block);
    for (const span of spans) {
      const [start, end] = linesOf(document, block, span);
      for (let line = start; line <= end; line++) inside.add(line);
    }
  }
  return inside;
}

const textsOf: (block: Block) => readonly Span[] = memo((block) => {
  const found: Span[] = [];
  for (let node = 0; node * 3 < (block.tree?.length ?? 0); node++) {
    if (kindOf(block, node) === 'scalar' && isWritten(block, node)) found.push(outerSpan(block, node));
  }
  // A text below a `|` begins with its first line, so that it may be a single one.
  return found.filter(
    ({ start, end }) => block.text[start - 1] === '\n' || block.text.slice(start, end).includes('\n'),
  );
});
