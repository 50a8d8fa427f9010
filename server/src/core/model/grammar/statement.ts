import type { Stride } from '../../rules/types';
import type { What, Where } from '../types';
import { failure, type Parsed, type Word, wordsOf } from './scanner';
import { looksLikeWhere, parsePart, parseWhere } from './where';
import { categoryOf } from './words';

/** A statement without its place in a file. */
export interface ParsedStatement {
  readonly what: What | null;
  readonly where: Where;
  /** Where *where* begins in the text. */
  readonly whereStart: number;
}

const RULE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** Reads *what* `on` *where*, or a bare *where* (then `what` is null). Errors name the span inside `text`. */
export function parseStatement(text: string): Parsed<ParsedStatement> {
  const split = /(^|\s)on(?=\s|$)/.exec(text);
  if (split === null || looksLikeWhere(text.slice(0, split.index + 1))) {
    const forgotten = withoutOn(text) ?? withoutPlace(text);
    if (forgotten !== null) return forgotten;
    const where = parseWhere(text);
    if ('error' in where) return where;
    return { value: { what: null, where: where.value, whereStart: 0 } };
  }
  const onStart = split.index + (split[1] ?? '').length;
  const what = parseWhat(text, split.index);
  if ('error' in what) return what;
  const whereStart = onStart + 2 + (/^\s*/.exec(text.slice(onStart + 2))?.[0].length ?? 0);
  if (whereStart >= text.length) {
    return failure('empty-place', 'Say where after `on`', { start: onStart, end: onStart + 2 });
  }
  const where = parseWhere(text, whereStart);
  if ('error' in where) return where;
  return { value: { what: what.value, where: where.value, whereStart } };
}

/**
 * As `parseStatement`, among the answers of a description: a place that is left out, or only a part of one, means what they stand on.
 * A word alone is taken for a rule, though it may be the id of something that a model names.
 */
export function parseBeside(text: string): Parsed<ParsedStatement> {
  const part = parsePart(text);
  if (part !== null) return placed(null, part, 0);
  const split = /\son\s+(?=\S+$)/.exec(text.trimEnd());
  const behind = split === null ? null : parsePart(text.slice(split.index + split[0].length));
  const what = behind === null ? parseWhat(text) : parseWhat(text, split?.index);
  if ('error' in what || (behind === null && looksLikeWhere(text))) return parseStatement(text);
  const start = behind === null ? text.length : (split?.index ?? 0) + (split?.[0].length ?? 0);
  return placed(what.value, behind ?? { value: { kind: 'here', part: '' } }, start);
}

function placed(what: What | null, where: Parsed<Where>, whereStart: number): Parsed<ParsedStatement> {
  return 'error' in where ? where : { value: { what, where: where.value, whereStart } };
}

/** `disclosure GET /x`: a category before a place with the `on` forgotten. */
function withoutOn(text: string): Parsed<ParsedStatement> | null {
  const [first, second] = wordsOf(text);
  if (first === undefined || second === undefined) return null;
  if (first.text !== 'all' && categoryOf(first.text) === undefined) return null;
  if ('error' in parseWhere(text, second.start)) return null;
  return failure('missing-on', `\`on\` is missing after \`${first.text}\``, first, `${first.text} on`);
}

/** `spoofing and denial`: what is answered, and not where. */
function withoutPlace(text: string): Parsed<ParsedStatement> | null {
  const words = wordsOf(text);
  const what = words.length > 1 ? parseWhat(text) : null;
  if (what === null || 'error' in what || what.value.categories.length === 0) return null;
  const [first, last] = [words[0], words.at(-1)];
  return failure('missing-place', `Say where: \`${text.trim()} on ...\``, {
    start: first?.start ?? 0,
    end: last?.end ?? text.length,
  });
}

/** Reads `all`, categories and rules of `text` up to `end`, joined by `and` or commas. */
export function parseWhat(text: string, end = text.length): Parsed<What> {
  const items = itemsOf(text, end);
  const categories: Stride[] = [];
  const rules: string[] = [];
  let last: Word | undefined;
  for (const item of items) {
    const slip = slipOf(item, last);
    if (slip !== null) return failure('malformed-statement', slip, item);
    if (!isJoin(item) && item.text !== 'all' && !addWhat(item.text, categories, rules)) {
      return failure('unknown-what', `\`${item.text}\` is neither a category nor a rule`, item);
    }
    last = item;
  }
  if (last === undefined || isJoin(last)) {
    const at = last ?? { start: 0, end: Math.max(end, Math.min(2, text.length)) };
    return failure('malformed-statement', 'Say what: `all`, categories or rules', at);
  }
  const all = items.some((item) => item.text === 'all');
  if (all && categories.length + rules.length > 0) {
    return failure('malformed-statement', '`all` stands alone', { start: 0, end });
  }
  return { value: { all, categories, rules } };
}

/** What is wrong with the order of two items; `a, and b` is one join. */
function slipOf(item: Word, before: Word | undefined): string | null {
  const isFirst = before === undefined || isJoin(before);
  if (!isJoin(item)) return isFirst ? null : `\`and\` or a comma is missing before \`${item.text}\``;
  const isOneJoin = item.text === 'and' && before?.text === ',';
  return isFirst && !isOneJoin ? `\`${item.text}\` joins two: something is missing before it` : null;
}

function isJoin(item: Word): boolean {
  return item.text === ',' || item.text === 'and';
}

function addWhat(word: string, categories: Stride[], rules: string[]): boolean {
  const category = categoryOf(word);
  if (category !== undefined) {
    if (!categories.includes(category)) categories.push(category);
    return true;
  }
  const slash = word.indexOf('/');
  if (slash >= 0 && categoryOf(word.slice(0, slash)) === undefined) return false;
  const rule = word.slice(slash + 1);
  if (!RULE.test(rule)) return false;
  if (!rules.includes(rule)) rules.push(rule);
  return true;
}

function itemsOf(text: string, end: number): Word[] {
  return wordsOf(text, 0, end).flatMap((word) => {
    const items = [];
    for (const piece of word.text.matchAll(/,|[^,]+/g)) {
      items.push({ text: piece[0], start: word.start + piece.index, end: word.start + piece.index + piece[0].length });
    }
    return items;
  });
}
