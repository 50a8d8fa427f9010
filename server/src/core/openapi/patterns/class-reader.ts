import { between, type Characters, escaped, NONE, not, one } from './characters';

/** The set of a `[...]` class that starts at `start`, and where it ends; null where it never does. */
export function readClass(pattern: string, start: number): { set: Characters; end: number } | null {
  const negated = pattern[start + 1] === '^';
  let set: Characters = NONE;
  let at = start + (negated ? 2 : 1);
  while (at < pattern.length && pattern[at] !== ']') {
    const next = range(pattern, at);
    set |= next.set;
    at = next.end;
  }
  return at < pattern.length ? { set: negated ? not(set) : set, end: at + 1 } : null;
}

/** `a-z`, or what stands alone. */
function range(pattern: string, at: number): { set: Characters; end: number } {
  const first = member(pattern, at);
  if (first.code < 0 || pattern[first.end] !== '-' || pattern[first.end + 1] === ']') return first;
  if (first.end + 1 >= pattern.length) return first;
  const last = member(pattern, first.end + 1);
  return last.code < 0 ? first : { set: between(first.code, last.code), end: last.end };
}

interface Member {
  readonly set: Characters;
  /** The one character, or -1 for a set such as `\w`. */
  readonly code: number;
  readonly end: number;
}

function member(pattern: string, at: number): Member {
  const code = pattern.charCodeAt(at);
  if (code !== 92) return { set: one(code), code, end: at + 1 };
  const letter = pattern[at + 1] ?? '\\';
  return { set: escaped(letter), code: 'dDwWsS'.includes(letter) ? -1 : letter.charCodeAt(0), end: at + 2 };
}
