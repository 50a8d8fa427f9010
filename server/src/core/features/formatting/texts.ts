import { isBlockScalar, kindOf } from '../../text';
import { isWritten, outerSpan } from '../editing/extents';
import { lineAt, type Unit } from './unit';

const CHOMPING_SHIFT = 6;
const CHOMPING = 3;
const CLIP = 1;
const STRIP = 2;

/** Which lines of a unit belong to texts of several lines: nothing in these is a comment, and no blank at an end goes. */
export interface TextLines {
  /** Lines that begin inside a text. */
  readonly inside: ReadonlySet<number>;
  /** Lines that end inside a text. */
  readonly openEnd: ReadonlySet<number>;
}

export function textLinesOf(unit: Unit): TextLines {
  const inside = new Set<number>();
  const openEnd = new Set<number>();
  const { block, lines } = unit;
  for (let node = 0; node * 3 < (block.tree?.length ?? 0); node++) {
    if (kindOf(block, node) !== 'scalar' || !isWritten(block, node)) continue;
    const { start, end } = textSpan(unit, node);
    // A text below `|` has lines of its own; any other begins behind something and ends before something.
    const own = isBlockScalar(block, node) ? 1 : 0;
    const first = lineAt(lines, start);
    const last = lineAt(lines, end);
    add(inside, first + 1 - own, last);
    add(openEnd, first, last - 1 + own);
  }
  return { inside, openEnd };
}

function add(lines: Set<number>, first: number, last: number): void {
  for (let line = first; line <= last; line++) lines.add(line);
}

/** With `+` the blank lines behind a text are a part of it. */
function textSpan({ block }: Unit, node: number): { readonly start: number; readonly end: number } {
  const span = outerSpan(block, node);
  const chomping = ((block.tree?.[node * 3] ?? 0) >> CHOMPING_SHIFT) & CHOMPING;
  if (!isBlockScalar(block, node) || chomping === CLIP || chomping === STRIP) return span;
  return { start: span.start, end: Math.max(span.end, (block.tree?.[node * 3 + 2] ?? 1) - 1) };
}
