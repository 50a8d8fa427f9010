import type { Where } from '../types';
import { parseFlow } from './flow';
import { didYouMean, nearest } from './nearest';
import { parsePath } from './path';
import { failure, type GrammarError, type Parsed, type Word, wordsOf } from './scanner';
import { categoryOf, METHOD_GROUPS, METHODS, PART_WORDS, PLACE_WORDS, type PlaceWord } from './words';

/** An id of the model: an API, a component, a threat. */
const ID = /^[A-Za-z_][\w.-]*$/;
const METHOD = /^[A-Z][A-Z0-9_-]*$/;
const PART = /^(?:path|query|header|cookie|body|response|property)\.\S+$/;
const PLACE_WORD_SET: ReadonlySet<string> = new Set(PLACE_WORDS);
const METHOD_SET: ReadonlySet<string> = new Set([...METHODS, ...METHOD_GROUPS]);

/** A part of what an answer in a description stands on: a place of its own there. */
export function parsePart(text: string): Parsed<Where> | null {
  const part = text.trim();
  return PART.test(part) ? { value: { kind: 'here', part } } : null;
}

/** Reads a place: an API, operations, a named thing, a flow or a cause. Errors name the span inside `text`. */
export function parseWhere(text: string, from = 0): Parsed<Where> {
  if (text.includes('->', from)) return parseFlow(text, from);
  const words = wordsOf(text, from);
  const [first, second] = words;
  if (first === undefined)
    return failure('empty-place', 'Say where: an API, an operation or a place', { start: from, end: text.length });
  const start = placeStart(text, from);
  if (start === 'here') return parsePlace(text, words, '');
  if (start === 'next') return parsePlace(text, words.slice(1), first.text);
  return parseName(words, first, second);
}

/** Whether a text begins as a place does: with a word for one, or a method and a path. */
export function looksLikeWhere(text: string): boolean {
  return placeStart(text) !== 'no';
}

/** Where a place begins in a text: at its first word, behind the API that the first word names, or nowhere. */
export function placeStart(text: string, from = 0): 'here' | 'next' | 'no' {
  const [first, second, third] = wordsOf(text, from);
  return first === undefined ? 'no' : startOf(first, second, third);
}

function startOf(first: Word, second: Word | undefined, third: Word | undefined): 'here' | 'next' | 'no' {
  const next = second?.text ?? '';
  if (isPlaceStart(first.text) || next.startsWith('/')) {
    return ID.test(first.text) && next.startsWith('/') && !isMethodLike(first.text) ? 'next' : 'here';
  }
  if (first.text.startsWith('/')) return 'here';
  if (isOwnMethod(next, third)) return 'next';
  return isPlaceStart(next) ? 'next' : 'no';
}

/** A method of one's own, behind the id of an API: `store COPY /orders`. */
function isOwnMethod(word: string, behind: Word | undefined): boolean {
  return METHOD.test(word) && behind?.text.startsWith('/') === true;
}

function isPlaceStart(word: string): boolean {
  return PLACE_WORD_SET.has(word) || METHOD_SET.has(word) || METHOD_SET.has(word.toUpperCase());
}

function isMethodLike(word: string): boolean {
  return METHOD.test(word) || METHOD_SET.has(word.toUpperCase());
}

/** What follows the API: `GET /orders`, `operation getOrder`. */
function parsePlace(text: string, words: readonly Word[], api: string): Parsed<Where> {
  const [head, ...rest] = words;
  if (head === undefined) return failure('empty-place', 'Say where', { start: 0, end: text.length });
  if (api !== '' && !ID.test(api)) {
    return failure('malformed-place', `\`${api}\` is no id of an API`, {
      start: head.start - api.length - 1,
      end: head.start,
    });
  }
  if (PLACE_WORD_SET.has(head.text)) return parseWord(text, head, rest, api, head.text as PlaceWord);
  return parseMethod(head, rest, api);
}

function parseMethod(head: Word, rest: readonly Word[], api: string): Parsed<Where> {
  const [path, part, ...more] = rest;
  if (head.text.startsWith('/')) {
    return failure('missing-method', `Say which method of \`${head.text}\`, or ANY`, head, `ANY ${head.text}`);
  }
  if (!METHOD.test(head.text)) {
    const upper = head.text.toUpperCase();
    return failure('malformed-method', `A method is written in capitals${didYouMean(upper)}`, head, upper);
  }
  if (path === undefined) return failure('missing-path', `Say which path after \`${head.text}\``, head);
  const problem = parsePath(path);
  if (problem !== null) return { error: problem };
  if (part !== undefined && !PART.test(part.text)) return { error: partError(part) };
  const extra = more[0];
  if (extra !== undefined) return failure('malformed-place', `\`${extra.text}\` is one word too many`, extra);
  return {
    value: { kind: 'operations', api, by: 'path', method: head.text, name: path.text, part: part?.text ?? '' },
  };
}

/** A name may hold blanks (operation ids do in the wild); the name of a tag runs to the end. */
function parseWord(text: string, head: Word, rest: readonly Word[], api: string, by: PlaceWord): Parsed<Where> {
  const first = rest[0];
  const last = rest[rest.length - 1];
  if (first === undefined || last === undefined) {
    return failure('missing-name', `Say which ${by} after \`${by}\``, head);
  }
  if (by === 'tag') return { value: operations(api, by, text.slice(first.start, last.end), '') };
  const hasPart = rest.length > 1 && PART.test(last.text);
  if (!hasPart && rest.length > 1 && isSlippedPart(last.text)) return { error: partError(last) };
  const end = hasPart ? rest[rest.length - 2] : last;
  const name = text.slice(first.start, end?.end ?? last.end);
  const part = hasPart ? last.text : '';
  if (by === 'schema' || by === 'scheme') return { value: { kind: 'cause', api, by, name, part } };
  return { value: operations(api, by, name, part) };
}

function operations(api: string, by: 'operation' | 'tag' | 'webhook' | 'callback', name: string, part: string): Where {
  return { kind: 'operations', api, by, method: '', name, part };
}

function isSlippedPart(word: string): boolean {
  const dot = word.indexOf('.');
  return dot > 0 && nearest(word.slice(0, dot), PART_WORDS) !== undefined;
}

function partError(word: Word): GrammarError {
  const dot = word.text.indexOf('.');
  const blank = dot < 0 ? '; a blank in a path is written `%20`' : '';
  const suggestion = nearest(dot < 0 ? word.text : word.text.slice(0, dot), PART_WORDS);
  const message = `\`${word.text}\` is no part of an operation (${PART_WORDS.map((part) => `${part}.`).join(' ')})`;
  return {
    code: 'unknown-part',
    message: suggestion === undefined ? message + blank : message + didYouMean(`${suggestion}.`),
    start: word.start,
    end: word.end,
  };
}

/** `store`, `every API`. */
function parseName(words: readonly Word[], first: Word, second: Word | undefined): Parsed<Where> {
  if (first.text === 'every') {
    if (second?.text === 'API' && words.length === 2) return { value: { kind: 'api', api: 'every' } };
    const span = { start: first.start, end: words[words.length - 1]?.end ?? first.end };
    return failure('malformed-place', '`every` goes with `API`, or with a place: `every ANY /**`', span);
  }
  if (second !== undefined) return noPlace(words, first, second);
  if (first.text === 'all' || categoryOf(first.text) !== undefined) {
    return failure('missing-place', `Say where: \`${first.text} on ...\``, first);
  }
  if (!ID.test(first.text)) return failure('malformed-place', `\`${first.text}\` is no place`, first);
  return { value: { kind: 'named', id: first.text } };
}

function noPlace(words: readonly Word[], first: Word, second: Word): Parsed<Where> {
  const suggestion =
    nearest(second.text, PLACE_WORDS) ?? (words.length > 2 ? undefined : nearest(first.text, PLACE_WORDS));
  const span = { start: first.start, end: words[words.length - 1]?.end ?? second.end };
  const said = `\`${words.map((word) => word.text).join(' ')}\` is no place`;
  const way =
    suggestion === undefined ? ': write `GET /orders/{id}`, `operation getOrder` or an id' : didYouMean(suggestion);
  return failure('malformed-place', said + way, span);
}
