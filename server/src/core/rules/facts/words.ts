import { memoText } from '../../text';

/** The lower-case words of a name: `customerID`, `customer_id` and `customer-id` are all `customer`, `id`. */
export const words: (name: string) => readonly string[] = memoText(20_000, split);

const OTHER = 0;
const LOWER = 1;
const UPPER = 2;
const DIGIT = 3;

function kind(code: number): number {
  if (code >= 97 && code <= 122) return LOWER;
  if (code >= 65 && code <= 90) return UPPER;
  if (code >= 48 && code <= 57) return DIGIT;
  return code > 127 ? LOWER : OTHER;
}

function startsWord(name: string, at: number, before: number, here: number): boolean {
  if (here !== UPPER) return false;
  if (before === LOWER || before === DIGIT) return true;
  return before === UPPER && kind(name.charCodeAt(at + 1)) === LOWER;
}

function split(name: string): readonly string[] {
  const found: string[] = [];
  let start = -1;
  let before = OTHER;
  for (let at = 0; at < name.length; at++) {
    const here = kind(name.charCodeAt(at));
    if (start >= 0 && (here === OTHER || startsWord(name, at, before, here))) {
      found.push(name.slice(start, at).toLowerCase());
      start = -1;
    }
    if (start < 0 && here !== OTHER) start = at;
    before = here;
  }
  if (start >= 0) found.push(name.slice(start).toLowerCase());
  return found;
}

/** A header's name in lower case, written together and without a leading `X`. */
export function bareHeader(name: string): string {
  const list = words(name);
  return (list[0] === 'x' ? list.slice(1) : list).join('');
}

/** A set of words from one line of text. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

export function anyOf(list: readonly string[], set: ReadonlySet<string>): boolean {
  return list.some((word) => set.has(word));
}

/** An `s` that is not of `address`, `status` or `analysis`. */
const PLURAL = /[^sui]s$/;

/** `orders` to `order`: enough to compare a path segment with a word. */
export function singular(word: string): string {
  if (!word.endsWith('s')) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (word.endsWith('sses') || word.endsWith('xes') || word.endsWith('ches')) return word.slice(0, -2);
  return word.length > 3 && PLURAL.test(word) ? word.slice(0, -1) : word;
}

/** `an order`, `a user`: by sound, as far as the words of APIs need it. */
export function withArticle(noun: string): string {
  const vowel = /^(?:[aeio]|hour)/.test(noun) || (noun.startsWith('u') && !/^(us|uni|ur|ut|uu)/.test(noun));
  const an = (vowel && !/^(?:eu|one\b)/.test(noun)) || isSpelledWithVowel(noun);
  return `${an ? 'an' : 'a'} ${noun}`;
}

/** An abbreviation without vowels is spelled, and these letters start with one: `an ssh key`. */
function isSpelledWithVowel(noun: string): boolean {
  return /^[fhlmnrsx]/.test(noun) && /^[^aeiouy ]+(?: |$)/.test(noun);
}
