import { memoText } from '../../text';
import type { DataClass } from '../types';
import { tokensOf } from './tokens';
import { ABOUT_BEFORE, OF_A_PERSON, PERSON, PHRASES, TRAILING } from './words';

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
  'confidential',
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

/** Words that some phrase begins with. */
const opening = new Set([...byPhrase.keys()].map((phrase) => phrase.split(' ')[0] ?? ''));

const MAX_REMEMBERED = 20_000;
const byName = memoText<DataClass | 'person' | null>(MAX_REMEMBERED, (name) => classify(tokensOf(name)));
const namesPerson = memoText(MAX_REMEMBERED, (name) => tokensOf(name).some((token) => PERSON.has(token)));

/**
 * The class of data that a field or parameter holds, by its name, else its format (`iban`, `phone-number`), and whose field it is; null where nothing says so.
 * Descriptions are no evidence: they speak of everything.
 */
export function dataClassOf(name: string, { type, format, ofPerson }: DataHints): DataClass | null {
  if (type === 'boolean') return null;
  if (format === 'password') return 'credentials';
  const known = byName(name);
  if (known === 'person' && ofPerson && type !== 'integer') return 'personal';
  if (known !== null && known !== 'person') return fits(known, type) ? known : null;
  const formatted = format === '' ? null : byName(format);
  return formatted !== null && formatted !== 'person' && fits(formatted, type) ? formatted : null;
}

/** An object called `bank_account` is told by its fields; a number called `tokens` counts them. */
function fits(dataClass: DataClass, type: string): boolean {
  if (dataClass === 'credentials') return type !== 'integer' && type !== 'number' && type !== 'object';
  return type !== 'object' || (dataClass !== 'payment' && dataClass !== 'financial');
}

function classify(words: readonly string[]): DataClass | 'person' | null {
  const tokens = words
    .map((word) => (endsInDigit(word) && !byPhrase.has(word) ? word.replace(/\d+$/, '') : word))
    .filter((word) => word !== '');
  const [first] = tokens;
  const last = tokens.at(-1);
  if (first === undefined || last === undefined || tokens.length > 8) return null;
  if (tokens.length > 1 && ABOUT_BEFORE.has(first)) return null;
  if (last.startsWith('token') && tokens.some((token) => PAGING.has(token))) return null;
  const phrase = phraseIn(tokens);
  if (phrase !== null) return phrase;
  if (last === 'token') return 'credentials';
  return mayBeOfAPerson(tokens) ? 'person' : null;
}

function phraseOf(tokens: readonly string[], start: number, end: number): DataClass | undefined {
  return opening.has(tokens[start] as string) ? byPhrase.get(tokens.slice(start, end).join(' ')) : undefined;
}

function endsInDigit(word: string): boolean {
  const last = word.charCodeAt(word.length - 1);
  return last >= 48 && last <= 57;
}

/** The most certain class that a phrase at the end of the name, or before words that change nothing, speaks for. */
function phraseIn(tokens: readonly string[]): DataClass | null {
  let best: DataClass | null = null;
  for (let end = tokens.length; end > 0; end--) {
    for (let start = Math.max(0, end - LONGEST); start < end; start++) {
      const found = phraseOf(tokens, start, end);
      if (found !== undefined && (best === null || ORDER.indexOf(found) < ORDER.indexOf(best))) best = found;
    }
    if (!TRAILING.has(tokens[end - 1] as string)) break;
  }
  return best;
}

/** `name` alone asks whose it is; `file_name` is somebody else's, `customer_name` is not. */
function mayBeOfAPerson(tokens: readonly string[]): boolean {
  if (OF_A_PERSON.has(tokens.join(' '))) return true;
  const [first, ...rest] = tokens;
  return PERSON.has(first as string) && OF_A_PERSON.has(rest.join(' '));
}

/** Whether a schema or property of this name holds a person. */
export function isPerson(owner: string): boolean {
  return owner !== '' && namesPerson(owner);
}
