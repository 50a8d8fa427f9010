import { type Block, entries, isFlow, items, kindOf } from '../../text';
import { childrenOf, isWritten, outerSpan } from '../editing/extents';
import type { Change, Unit } from './unit';

/** One blank behind a colon and a dash, none before a colon; inside brackets `{ a: 1, b: 2 }` and `[a, b]`. */
export function spacesOf({ block, text }: Unit): Change[] {
  const changes: Change[] = [];
  const gap = (start: number, end: number, newText: string) => {
    if (start <= end && text.slice(start, end) !== newText) changes.push({ start, end, newText });
  };
  for (let node = 0; node * 3 < (block.tree?.length ?? 0); node++) {
    const kind = kindOf(block, node);
    if (kind !== 'map' && kind !== 'sequence') continue;
    if (isFlow(block, node)) flowGaps({ block, text }, node, gap);
    else blockGaps({ block, text }, node, gap);
  }
  return changes;
}

type Source = Pick<Unit, 'block' | 'text'>;
type Gap = (start: number, end: number, newText: string) => void;

function blockGaps({ block, text }: Source, node: number, gap: Gap): void {
  for (const [key] of entries(block, node)) {
    const { end } = outerSpan(block, key);
    const found = /^([ \t]*):([ \t]*)/.exec(text.slice(end, end + 200));
    if (found === null || kindOf(block, key) !== 'scalar') continue;
    const behind = end + found[0].length;
    gap(end, end + (found[1] ?? '').length, '');
    if (found[2] && isValue(text[behind])) gap(behind - found[2].length, behind, ' ');
  }
  for (const item of items(block, node)) {
    if (isWritten(block, item)) dashGap(text, outerSpan(block, item).start, gap);
  }
}

/** The blanks behind the dash of an item; an anchor or a tag may stand behind them. */
function dashGap(text: string, start: number, gap: Gap): void {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const found = /-([ \t]+)((?:[&!]\S*[ \t]+)*)$/.exec(line);
  if (found === null) return;
  const end = start - (found[2] ?? '').length;
  gap(end - (found[1] ?? '').length, end, ' ');
}

/** What stands behind a colon is its value, and neither a comment nor the end of the line. */
function isValue(character: string | undefined): boolean {
  return character !== undefined && !/[#\r\n]/.test(character);
}

/** Gaps inside brackets; where they are broken over lines each line keeps its own. */
function flowGaps({ block, text }: Source, node: number, gap: Gap): void {
  const { start, end } = outerSpan(block, node);
  const children = childrenOf(block, node);
  // `[a: 1]` holds a mapping without brackets of its own.
  const pad = PADS[text[start] ?? ''];
  if (pad === undefined || !children.every((child) => isWritten(block, child))) return;
  let at = start + 1;
  for (const [index, child] of children.entries()) {
    const span = outerSpan(block, child);
    const between = index === 0 ? { sign: NOTHING, blanks: pad } : betweenOf(block, node, children, index);
    if (between.sign.test(text.slice(at, span.start))) gap(at, span.start, between.blanks);
    at = span.end;
  }
  if (NOTHING.test(text.slice(at, end - 1))) gap(at, end - 1, children.length === 0 ? '' : pad);
}

const PADS: Readonly<Record<string, string>> = { '{': ' ', '[': '' };
const NOTHING = /^[ \t]*$/;
const NEVER = /(?!)/;

/** What stands between a child and the one before it: a comma or a colon. An alias needs its blank before the colon. */
function betweenOf(block: Block, node: number, children: readonly number[], index: number) {
  const isValue = kindOf(block, node) === 'map' && index % 2 === 1;
  if (!isValue) return { sign: /^[ \t]*,[ \t]*$/, blanks: ', ' };
  const isText = kindOf(block, children[index - 1] ?? -1) === 'scalar';
  return { sign: isText ? /^[ \t]*:[ \t]*$/ : NEVER, blanks: ': ' };
}
