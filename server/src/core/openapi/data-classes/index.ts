import type { DataClass } from '../types';
import { tokensOf } from './tokens';
import { ABOUT, ABOUT_BEFORE, OF_A_PERSON, PERSON, PHRASES } from './words';

/** What besides its name says what a value is. */
export interface DataHints {
  readonly type: string;
  readonly format: string;
  /** It is the field of a person (see `isPerson`), where a bare `name` is personal. */
  readonly ofPerson: boolean;
}

/** Order of certainty: a name that is both counts as the first. */
const ORDER: readonly DataClass[] = [
  'credentials',
  'payment',
  'government-id',
  'health',
  'special',
  'financial',
  'location',
  'personal',
];
const LONGEST = 4;
const PAGING = new Set([
  'page',
  'next',
  'prev',
  'previous',
  'continuation',
  'pagination',
  'cursor',
  'sync',
  'start',
  'nextpage',
  'skip',
]);
const byPhrase = new Map<string, DataClass>();
for (const dataClass of [...ORDER].reverse()) {
  for (const phrase of PHRASES[dataClass]) {
    byPhrase.set(phrase, dataClass);
    byPhrase.set(phrase.replaceAll(' ', ''), dataClass);
  }
}

const MAX_REMEMBERED = 20_000;
const remembered = new Map<string, DataClass | 'person' | null>();
const people = new Map<string, boolean>();

/**
 * The class of data that a field or parameter holds, by its name, format and whose field it is; null where nothing says so.
 * Descriptions are no evidence: they speak of everything.
 */
export function dataClassOf(name: string, { type, format, ofPerson }: DataHints): DataClass | null {
  if (type === 'boolean') return null;
  if (format === 'password') return 'credentials';
  const known = byName(name);
  if (known === 'person' && ofPerson && type !== 'integer') return 'personal';
  if (known !== null && known !== 'person') return isNumber(type) && known === 'credentials' ? null : known;
  return format === 'email' || format === 'idn-email' ? 'personal' : null;
}

function isNumber(type: string): boolean {
  return type === 'integer' || type === 'number';
}

function byName(name: string): DataClass | 'person' | null {
  let known = remembered.get(name);
  if (known === undefined) {
    if (remembered.size > MAX_REMEMBERED) remembered.clear();
    known = classify(tokensOf(name));
    remembered.set(name, known);
  }
  return known;
}

function classify(tokens: readonly string[]): DataClass | 'person' | null {
  if (tokens.length === 0 || tokens.length > 8) return null;
  const last = tokens.at(-1) as string;
  if (tokens.some((token) => PAGING.has(token)) && last.startsWith('token')) return null;
  if (ABOUT_BEFORE.has(tokens[0] as string) && tokens.length > 1) return null;
  let best: DataClass | null = null;
  for (let start = 0; start < tokens.length; start++) {
    for (let end = Math.min(tokens.length, start + LONGEST); end > start; end--) {
      const found = byPhrase.get(tokens.slice(start, end).join(' '));
      if (found === undefined) continue;
      if (!speaksAbout(tokens.slice(end)) && (best === null || ORDER.indexOf(found) < ORDER.indexOf(best)))
        best = found;
      break;
    }
  }
  if (best !== null) return best;
  if (last === 'token' && (tokens.length === 1 || !PAGING.has(tokens.at(-2) as string))) return 'credentials';
  return tokens.length <= 2 && OF_A_PERSON.has(last) && !ABOUT_BEFORE.has(tokens[0] as string)
    ? personOrNull(tokens)
    : null;
}

/** `name` alone asks whose it is; `file_name` is somebody else's. */
function personOrNull(tokens: readonly string[]): 'person' | null {
  return tokens.length === 1 || PERSON.has(tokens[0] as string) ? 'person' : null;
}

function speaksAbout(rest: readonly string[]): boolean {
  return rest.length > 0 && ABOUT.has(rest.at(-1) as string);
}

/** Whether a schema or property of this name holds a person. */
export function isPerson(owner: string): boolean {
  if (owner === '') return false;
  let known = people.get(owner);
  if (known === undefined) {
    if (people.size > MAX_REMEMBERED) people.clear();
    known = tokensOf(owner).some((token) => PERSON.has(token));
    people.set(owner, known);
  }
  return known;
}
