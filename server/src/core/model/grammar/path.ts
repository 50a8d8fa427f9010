import type { GrammarError, Word } from './scanner';

/** Whether a path of the language is a pattern: it has a `*` somewhere. */
export function isPattern(path: string): boolean {
  return path.includes('*');
}

/** What is wrong with a path or pattern, or null. */
export function parsePath(word: Word): GrammarError | null {
  const path = word.text;
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(path)) {
    return error(word, 'A path is a key under `paths`, without the address of the server');
  }
  if (!path.startsWith('/')) {
    return error(word, `A path begins with a slash`, `/${path}`);
  }
  const brace = braceError(word);
  if (brace !== null) return brace;
  const stars = /\*\*[^/]|[^/]\*\*/.exec(path);
  if (stars !== null) {
    const start = stars[0].startsWith('*') ? stars.index : stars.index + 1;
    return error(span(word, start, start + 2), '`**` stands for whole segments: write it between slashes');
  }
  return null;
}

function braceError(word: Word): GrammarError | null {
  const path = word.text;
  let open = -1;
  for (let index = 0; index < path.length; index++) {
    const character = path[index];
    if (character === '{' && open < 0) open = index;
    if (character !== '}') continue;
    if (open < 0) return error(span(word, index, index + 1), '`}` closes nothing');
    open = -1;
  }
  return open < 0 ? null : error(span(word, open, path.length), '`{` is not closed');
}

function span(word: Word, start: number, end: number): { start: number; end: number } {
  return { start: word.start + start, end: word.start + end };
}

function error(at: { start: number; end: number }, message: string, replacement?: string): GrammarError {
  const base = { code: 'malformed-path' as const, message, start: at.start, end: at.end };
  return replacement === undefined ? base : { ...base, replacement };
}
