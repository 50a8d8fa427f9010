import { positionOf, type SourceDocument } from '../document';
import type { Range } from '../types';
import { blockOf, cellAt, isSection, membersOf, type Path } from './cells';
import { columnAt, endOfEntry, isFlow, lineStart, quoteAround, wholeSpan } from './extents';

/** An entry of a mapping as it is written, in lines of its own, or in brackets. */
export interface EntryText {
  /** Its lines with the comments above it, from the first column on; null where it stands in brackets with others. */
  readonly lines: readonly string[] | null;
  /** The comments above it. */
  readonly above: Range | null;
  /** Whether some of it is a comment. */
  readonly commented: boolean;
}

/** How an entry is written; null where there is none. */
export function entryText(document: SourceDocument, path: Path): EntryText | null {
  const owner = cellAt(document, path.slice(0, -1));
  const member = owner === null ? undefined : membersOf(document, owner).find(({ key }) => key === path.at(-1));
  if (owner === null || member === undefined || isSection(member.value)) return null;
  const block = blockOf(document, member.index);
  const { text } = block;
  const start = member.start - (quoteAround(text, member.start, member.end) === '' ? 0 : 1);
  if (isFlow(document, owner)) {
    const end = member.value.node < 0 ? member.end : wholeSpan(block, member.value.node).end;
    return { lines: null, above: null, commented: isCommented(text.slice(start, end)) };
  }
  const column = columnAt(block, start);
  const from = lineStart(text, start);
  const body = text.slice(from, endOfEntry(text, start, column));
  const comments = commentsAbove(document, member.index, from, column);
  const lines = `${comments}${body}`.split(/\r?\n/).map((line) => withoutBlanks(line, column));
  const end = positionOf(document, block, from);
  const above =
    comments === '' ? null : { start: { line: end.line - comments.split('\n').length + 1, character: 0 }, end };
  return { lines, above, commented: isCommented(body) };
}

/** The comments that stand right above a line, at its column; those above the first line of a block end the block before. */
function commentsAbove(document: SourceDocument, index: number, from: number, column: number): string {
  const here = blockOf(document, index).text.slice(0, from);
  const text = here === '' && index > 0 ? blockOf(document, index - 1).text : here;
  let first = text.length;
  while (first > 0) {
    const before = lineStart(text, first - 1);
    const line = text.slice(before, first);
    if (line.search(/\S/) !== column || line[column] !== '#') break;
    first = before;
  }
  return text.slice(first);
}

function withoutBlanks(line: string, column: number): string {
  return line.slice(0, column).trim() === '' ? line.slice(column) : line.trimStart();
}

function isCommented(text: string): boolean {
  return /(?:^|\s)#/.test(text.replace(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/g, ''));
}
