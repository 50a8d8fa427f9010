import { type Word, wordsOf } from '../grammar/scanner';
import { parseWhat } from '../grammar/statement';
import { placeStart } from '../grammar/where';
import { categoryOf, PLACE_WORDS } from '../grammar/words';
import type { NamedSection } from '../schema/schema-types';
import type { Token, WordRole } from './word';

const ANYTHING: readonly NamedSection[] = ['apis', 'components', 'actors', 'data', 'goals', 'businessFlows', 'threats'];
const ENDS: readonly NamedSection[] = ['apis', 'components', 'actors'];
/** What has operations of its own: a component does where it has a `spec`. */
const DESCRIBED: readonly NamedSection[] = ['apis', 'components'];
const PLACE_WORD_SET: ReadonlySet<string> = new Set(PLACE_WORDS);
const PART = /^(?:path|query|header|cookie|body|response|property)\./;

/** The words of a *statement*, each for what it seems to be: it need not read, so that a half-typed one has words too. */
export function tokensOfStatement(text: string): Token[] {
  const on = onOf(text);
  if (on === null) return tokensOfWhere(text);
  return [...tokensOfWhat(text, on.start), { role: 'keyword', text: 'on', ...on }, ...tokensOfWhere(text, on.end)];
}

/**
 * The words of a *statement* among the answers of a description, where a place may be left out. A word alone is a rule, or what a
 * model names so.
 */
export function tokensOfBeside(text: string): Token[] {
  const on = onOf(text);
  const part = tokensOfPart(text.slice(on?.end ?? 0)).find(({ role }, index) => index === 0 && role === 'part');
  if (part !== undefined && on === null) return [part];
  if (part !== undefined && on !== null) {
    const { start, end } = part;
    const moved = { ...part, start: start + on.end, end: end + on.end };
    return [...tokensOfWhat(text, on.start), { role: 'keyword', text: 'on', ...on }, moved];
  }
  if (on !== null || placeStart(text) !== 'no' || 'error' in parseWhat(text)) return tokensOfStatement(text);
  const tokens = tokensOfWhat(text, text.length);
  return tokens.map((token) => (tokens.length === 1 && token.role === 'rule' ? { ...token, of: ANYTHING } : token));
}

/** Where the `on` of a statement stands: behind words that read as *what*. */
function onOf(text: string): { readonly start: number; readonly end: number } | null {
  const found = /(^|\s)on(?=\s|$)/.exec(text);
  if (found === null) return null;
  const start = found.index + (found[1] ?? '').length;
  const isWhat = start === 0 || 'value' in parseWhat(text, found.index) || placeStart(text.slice(0, start)) === 'no';
  return isWhat ? { start, end: start + 2 } : null;
}

function tokensOfWhat(text: string, end: number): Token[] {
  return wordsOf(text, 0, end).flatMap((word) =>
    [...word.text.matchAll(/,|[^,]+/g)].flatMap((piece) => {
      const start = word.start + piece.index;
      return whatToken(piece[0], start);
    }),
  );
}

function whatToken(text: string, start: number): Token[] {
  const token = (role: WordRole, from = 0, to = text.length): Token => ({
    role,
    text: text.slice(from, to),
    start: start + from,
    end: start + to,
  });
  if (text === ',') return [token('operator')];
  if (text === 'and' || text === 'all') return [token('keyword')];
  if (categoryOf(text) !== undefined) return [token('category')];
  return tokensOfRule(text, start);
}

/** `broken-object-level-authorization`, or the same behind its category and a slash. */
export function tokensOfRule(text: string, start = 0): Token[] {
  const slash = text.indexOf('/');
  const rule: Token = { role: 'rule', text: text.slice(slash + 1), start: start + slash + 1, end: start + text.length };
  if (slash < 0) return [rule];
  return [
    { role: 'category', text: text.slice(0, slash), start, end: start + slash },
    { role: 'operator', text: '/', start: start + slash, end: start + slash + 1 },
    rule,
  ];
}

/** The words of a *where* among the answers of a description, which may be a part alone. */
export function tokensOfPart(text: string): Token[] {
  const words = wordsOf(text);
  const [part] = words;
  return part !== undefined && words.length === 1 && PART.test(part.text) ? [as('part', part)] : tokensOfWhere(text);
}

/** The words of a *where*, each for what it seems to be. */
export function tokensOfWhere(text: string, from = 0): Token[] {
  if (text.includes('->', from)) return tokensOfFlow(text, from);
  const words = wordsOf(text, from);
  const [first, ...rest] = words;
  if (first === undefined) return [];
  const start = placeStart(text, from);
  if (start === 'here') return tokensOfPlace(text, words);
  if (start === 'next') return [apiToken(first), ...tokensOfPlace(text, rest)];
  if (first.text === 'every') return words.map((word) => as('keyword', word));
  return words.map((word) => ({ ...as('reference', word), of: ANYTHING }));
}

function apiToken(word: Word): Token {
  return word.text === 'every' ? as('keyword', word) : { ...as('reference', word), of: DESCRIBED };
}

/** What follows the API: a method with a path, or a word with a name, and perhaps a part. */
function tokensOfPlace(text: string, words: readonly Word[]): Token[] {
  const [head, ...rest] = words;
  if (head === undefined) return [];
  if (head.text.startsWith('/')) return [as('path', head), ...rest.map((word) => as('part', word))];
  if (!PLACE_WORD_SET.has(head.text)) {
    return [as('method', head), ...rest.map((word, index) => as(index === 0 ? 'path' : 'part', word))];
  }
  return [as('keyword', head), ...nameTokens(text, head.text as WordRole, rest)];
}

/** A name may hold blanks, and the name of a tag runs to the end. */
function nameTokens(text: string, role: WordRole, words: readonly Word[]): Token[] {
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined) return [];
  const hasPart = role !== 'tag' && words.length > 1 && PART.test(last.text);
  const end = hasPart ? (words.at(-2)?.end ?? first.end) : last.end;
  const name: Token = { role, text: text.slice(first.start, end), start: first.start, end };
  return hasPart ? [name, as('part', last)] : [name];
}

/** `shopper -> gateway -> store`. */
export function tokensOfFlow(text: string, from = 0): Token[] {
  return [...text.slice(from).matchAll(/->|[^\s>-](?:(?!->)\S)*/g)].map((found) => {
    const start = from + found.index;
    const span = { text: found[0], start, end: start + found[0].length };
    return found[0] === '->' ? { role: 'operator', ...span } : { role: 'reference', of: ENDS, ...span };
  });
}

function as(role: WordRole, { text, start, end }: Word): Token {
  return { role, text, start, end };
}
