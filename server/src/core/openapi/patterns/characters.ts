/** A set of characters as ASCII bits; every character beyond counts as one. */
export type Characters = bigint;

const BEYOND = 1n << 128n;
export const ANY: Characters = (1n << 129n) - 1n;
export const NONE: Characters = 0n;

export const between = (first: number, last: number): Characters => {
  // Not a number: the pattern ended before.
  if (!(last >= first)) return NONE;
  if (first > 127) return BEYOND;
  const upTo = Math.min(last, 127);
  const ascii = ((1n << BigInt(upTo + 1)) - 1n) & ~((1n << BigInt(first)) - 1n);
  return last > 127 ? ascii | BEYOND : ascii;
};

export const one = (code: number): Characters => between(code, code);

/** The others; beyond ASCII some always remain. */
export const not = (set: Characters): Characters => (ANY & ~set) | BEYOND;

const DIGITS = between(48, 57);
const WORD = DIGITS | between(65, 90) | between(97, 122) | one(95);
const SPACE = between(9, 13) | one(32) | BEYOND;
const ESCAPES: Readonly<Record<string, Characters>> = {
  d: DIGITS,
  w: WORD,
  s: SPACE,
  n: one(10),
  r: one(13),
  t: one(9),
  f: one(12),
  v: one(11),
};

/** What a backslash and this letter stand for. */
export function escaped(letter: string): Characters {
  const known = ESCAPES[letter];
  if (known !== undefined) return known;
  const lower = letter.toLowerCase();
  if (lower !== letter && (lower === 'd' || lower === 'w' || lower === 's')) return not(ESCAPES[lower] ?? NONE);
  return one(letter.charCodeAt(0));
}
