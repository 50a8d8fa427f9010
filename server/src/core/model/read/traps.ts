import { kindOf, type Place } from '../../text';
import { blockScalar, flowScalar } from '../../text/edit/scalars';
import { parseStatement } from '../grammar/statement';
import { categoryOf } from '../grammar/words';
import type { ModelProblem } from '../types';
import { type Cell, isEmpty, itemsOf, type Pair, placeOf, textAt } from './cells';
import type { Report } from './report';

const TAG = /(?:[,[{]\s*|[:-]\s+)(![^\s,[\]{}]*)\s+(?:&\S+\s+)?["']?$/;
const FAR = 200;

/** A tag before a value: it changes nothing here, and often is a text that begins with `!`. */
export function checkTag(cell: Cell, report: Report): void {
  const { text } = cell.block;
  if (!text.includes('!') || cell.node < 0) return;
  const whole = placeOf(cell);
  const from = Math.max(0, whole.start - FAR);
  const before = TAG.exec(text.slice(from, whole.start));
  const behind = isEmpty(cell) ? /^["']?\s*:\s+(![^\s,[\]{}]*)/.exec(text.slice(whole.end)) : null;
  const tag = before?.[1] ?? behind?.[1];
  if (tag === undefined) return;
  const start = before ? text.indexOf(tag, from + before.index) : whole.end + (behind?.[0].length ?? 0) - tag.length;
  const isText = behind !== null || (isPlain(cell) && !textAt(cell).includes('\n'));
  const at = { ...whole, start, end: isText ? Math.max(whole.end, start + tag.length) : start + tag.length };
  const repair = isText
    ? { title: 'Put it in quotes', newText: blockScalar(text.slice(at.start, at.end)) }
    : { title: `Leave \`${tag}\` out`, newText: '' };
  const message = `Tags such as \`${tag}\` are not read: leave it out, or put the text in quotes`;
  report.add('error', 'tag', message, at, repair);
}

/**
 * `title: Order #1`: what follows the blank is a comment to YAML. A comment has a blank behind its `#`, unless only the whole
 * line is a sentence: `all on tag # 1`.
 */
export function checkComment(cell: Cell, report: Report): void {
  if (!isPlain(cell)) return;
  const whole = placeOf(cell);
  const tail = /^[ \t]+#(?!#)[^\r\n]*/.exec(cell.block.text.slice(whole.end, whole.end + FAR))?.[0].trimEnd();
  if (tail === undefined || (/^\s+#(?:\s|$)/.test(tail) && !completes(textAt(cell), tail))) return;
  const message = 'YAML reads a blank and `#` as the start of a comment: put the text in quotes';
  const at = { ...whole, end: whole.end + tail.length };
  const newText = blockScalar(cell.block.text.slice(at.start, at.end));
  report.add('warning', 'comment-in-text', message, at, { title: 'Put it in quotes', newText });
}

function completes(text: string, tail: string): boolean {
  return 'error' in parseStatement(text) && !('error' in parseStatement(text + tail));
}

function isPlain(cell: Cell): boolean {
  const { start, end } = placeOf(cell);
  if (kindOf(cell.block, cell.node) !== 'scalar' || end <= start) return false;
  return !/["']/.test(cell.block.text[start - 1] ?? '') && cell.block.text.slice(start, end) === textAt(cell);
}

/** An alias of nothing; one that looks like a path is a pattern of files that is not in quotes. */
export function reportAlias(cell: Cell, report: Report): void {
  const whole = placeOf(cell);
  const start = whole.start - (cell.block.text[whole.start - 1] === '*' ? 1 : 0);
  const at = { ...whole, start };
  const text = cell.block.text.slice(at.start, at.end);
  if (!/[./*]/.test(text.slice(1))) {
    const name = text.slice(1);
    const message = `\`*${name}\` repeats what \`&${name}\` marks above it in the same entry, and nothing there is marked so: write it out here`;
    report.error('unknown-alias', message, at);
    return;
  }
  const message = `YAML takes a leading \`*\` for an alias, not for a pattern: put \`${text}\` in quotes`;
  report.add('error', 'leading-sign', message, at, { title: 'Put it in quotes', newText: JSON.stringify(text) });
}

/** Items of `[I, E on GET /a]` that the comma has torn off their statement; the problem names the whole. */
export function checkSplit(cell: Cell, report: Report): ReadonlySet<number> {
  const torn = new Set<number>();
  // A category alone is a statement among the answers of a description.
  if (kindOf(cell.block, cell.node) !== 'sequence' || report.site !== undefined) return torn;
  let first: Cell | null = null;
  for (const item of itemsOf(cell)) {
    const text = textAt(item);
    if (categoryOf(text) !== undefined) first ??= item;
    else if (first !== null) {
      reportSplit(first, item, report, torn);
      first = null;
    }
  }
  return torn;
}

function reportSplit(first: Cell, last: Cell, report: Report, torn: Set<number>): void {
  const parsed = parseStatement(textAt(last));
  if ('error' in parsed || parsed.value.what === null) return;
  const at: Place = { ...placeOf(first), end: placeOf(last).end };
  const text = at.block.text.slice(at.start, at.end);
  if (/["'\n#]/.test(text) || 'error' in parseStatement(text)) return;
  for (let node = first.node; node < last.node; node++) torn.add(node);
  const message = `Inside brackets a comma begins a new item: put \`${text}\` in quotes`;
  report.add('error', 'split-statement', message, at, { title: 'Put it in quotes', newText: flowScalar(text, true) });
}

/** `&x text` where nothing in the file refers to `x`: a text that begins with the sign. */
export function unusedAnchors(cell: Cell, aliases: ReadonlySet<string>): ModelProblem[] {
  const { block, uri } = cell;
  return [...(block.anchors ?? [])].flatMap(([node, name]): ModelProblem[] => {
    const value = placeOf({ ...cell, node });
    const start = block.text.lastIndexOf(`&${name}`, value.start);
    if (start < 0 || !isPlain({ ...cell, node }) || aliases.has(name)) return [];
    const newText = blockScalar(block.text.slice(start, value.end));
    return [
      {
        code: 'leading-sign',
        message: 'YAML gives a leading `&` a meaning of its own: put the text in quotes',
        severity: 'warning',
        at: { uri, block, start, end: value.end },
        fix: { title: 'Put it in quotes', newText },
      },
    ];
  });
}

/** Keys that stand beside the entry that they belong to: how many of the pairs behind it do. */
export function besides(pairs: readonly Pair[], index: number, keys: ReadonlySet<string>): number {
  const pair = pairs[index];
  if (pair === undefined || keys.has(pair.key) || !isEmpty(pair.value) || pair.value.block.error !== null) return 0;
  let end = index + 1;
  while (keys.has(pairs[end]?.key ?? '')) end++;
  return end - index - 1;
}

/** The problem of such keys, with the indentation as its repair where each has a block of its own. */
export function besideProblem(pair: Pair, keys: readonly Pair[]): ModelProblem {
  const names = keys.map((key) => `\`${key.key}\``).join(', ');
  const message = `${names} ${keys.length > 1 ? 'stand' : 'stands'} beside \`${pair.key}\`, not under it: indent further`;
  const problem = { code: 'beside-entry', message, severity: 'error', at: pair.keyAt } as const;
  if (keys.some(({ value: { block } }) => block.kind !== 'leaf' || block.text.trimStart().startsWith('"')))
    return problem;
  const also = keys.map(({ keyAt }) => ({
    at: { ...keyAt, start: 0, end: keyAt.block.text.length },
    newText: keyAt.block.text.replace(/^(?=[ \t]*[^\s])/gm, '  '),
  }));
  const newText = keyText(pair);
  return { ...problem, fix: { title: `Put them under \`${pair.key}\``, newText, also } };
}

function keyText({ keyAt }: Pair): string {
  return keyAt.block.text.slice(keyAt.start, keyAt.end);
}
