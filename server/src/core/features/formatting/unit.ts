import { type Block, EMPTY_BLOCK } from '../../text';
import { readBlock } from '../../text/read-block';

/** A replaced stretch of a text. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** A line of a text; `end` leaves the break out. */
export interface UnitLine {
  readonly start: number;
  readonly end: number;
  /** Blanks before what it says. */
  readonly indent: number;
  readonly isBlank: boolean;
}

/** A stretch of a model that is laid out by itself: a section, or an entry beside one that does not read. */
export interface Unit {
  readonly text: string;
  /** A reading of its own, as one block. */
  readonly block: Block;
  readonly lines: readonly UnitLine[];
}

/** A text with its reading; null where it does not read. */
export function unitOf(text: string): Unit | null {
  const { tree, anchors, error } = readBlock(text);
  if (tree === null || error !== null) return null;
  return { text, block: { ...EMPTY_BLOCK, text, tree, anchors }, lines: linesOf(text) };
}

/** The lines of a text; the last one may be empty. */
export function linesOf(text: string): UnitLine[] {
  const lines: UnitLine[] = [];
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start);
    const next = newline < 0 ? text.length : newline;
    const end = text[next - 1] === '\r' && next > start ? next - 1 : next;
    let indent = 0;
    while (text[start + indent] === ' ' && start + indent < end) indent++;
    lines.push({ start, end, indent, isBlank: text.slice(start, end).trim() === '' });
    start = next + 1;
  }
  return lines;
}

/** The line in which an offset lies. */
export function lineAt(lines: readonly UnitLine[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A text after changes that do not overlap. */
export function changed(text: string, changes: readonly Change[]): string {
  let out = '';
  let at = 0;
  for (const { start, end, newText } of [...changes].sort((a, b) => a.start - b.start)) {
    out += text.slice(at, start) + newText;
    at = end;
  }
  return out + text.slice(at);
}
