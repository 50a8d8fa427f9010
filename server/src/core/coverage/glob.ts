/** A pattern of file uris: `*` and `?` within a segment, `**` any number of segments, also none. */
export interface Glob {
  /** The folder below which it matches, with its slash. */
  readonly base: string;
  matches(uri: string): boolean;
  /** What the wildcards stand for in a uri that it matches, with the segments between them; empty where they stand for nothing. */
  partOf(uri: string): string;
}

const WILD = /[*?]/;

/** Whether a path, as a model writes it, is a pattern. */
export function isPattern(path: string): boolean {
  return WILD.test(path);
}

/** The pattern of a resolved uri in which the wildcards still stand. */
export function globOf(pattern: string): Glob {
  const segments = pattern.replaceAll('%2A', '*').replaceAll('%3F', '?').split('/');
  const first = segments.findIndex((segment) => WILD.test(segment));
  const after = segments.length - 1 - segments.findLastIndex((segment) => WILD.test(segment));
  const matchers = segments.map(matcherOf);
  return {
    base: `${segments.slice(0, first).join('/')}/`,
    matches: (uri) => matchAll(matchers, uri.split('/')),
    partOf: (uri) => {
      const own = uri.split('/');
      return own.slice(first, own.length - after).join('/');
    },
  };
}

type Matcher = ((segment: string) => boolean) | 'any number';

function matcherOf(segment: string): Matcher {
  if (segment === '**') return 'any number';
  if (!WILD.test(segment)) return (text) => text === segment;
  const tokens = [...segment.replace(/\*+/g, '*')];
  return (text) => matchAll(tokens.map(characterOf), [...text]);
}

function characterOf(token: string): Matcher {
  if (token === '*') return 'any number';
  return token === '?' ? () => true : (character) => character === token;
}

/** Linear for one star, quadratic at most: of several stars only the last one is ever tried again. */
function matchAll(matchers: readonly Matcher[], items: readonly string[]): boolean {
  let at = 0;
  let item = 0;
  let star = -1;
  let resume = 0;
  while (item < items.length) {
    const matcher = matchers[at];
    if (matcher === 'any number') {
      star = at++;
      resume = item;
    } else if (matcher?.(items[item] ?? '') === true) {
      at++;
      item++;
    } else if (star >= 0) {
      at = star + 1;
      item = ++resume;
    } else return false;
  }
  return matchers.slice(at).every((matcher) => matcher === 'any number');
}
