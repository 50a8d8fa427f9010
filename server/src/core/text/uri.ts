const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const PARTS = /^([a-z][a-z0-9+.-]*:(?:\/\/[^/?#]*)?)([^?#]*)/i;
/** A path in which nothing is escaped, and nothing needs to be. */
const SIMPLE = /^[\w\-.~/]*$/;

/**
 * The URI that `relative`, as written in a file, means beside `base`, in its one spelling (see `canonicalUri`). A query or fragment
 * is dropped; an absolute address that is no file's comes back as it is.
 */
export function resolveUri(base: string, relative: string): string {
  const path = /^[^?#]*/.exec(relative)?.[0] ?? '';
  if (isAbsolute(path)) return /^file:/i.test(path) ? canonicalUri(path) : path;
  const [, root = '', own = ''] = /^([a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?)(.*)$/is.exec(base) ?? [];
  const parents = path.startsWith('/') ? [] : spell(own).split('/').slice(0, -1);
  return `${root}/${joined([...parents, ...spell(path).split('/')])}`;
}

function joined(segments: readonly string[]): string {
  const out: string[] = [];
  for (const segment of segments) {
    if (segment === '..') out.pop();
    else if (segment !== '.' && segment !== '') out.push(segment);
  }
  return out.join('/');
}

/**
 * One spelling for all the ways to escape a file's URI: editors escape more than Node does. Hosts name files by it, so that a
 * reference finds its file by comparing texts.
 */
export function canonicalUri(uri: string): string {
  const [before = '', root = '', path = ''] = PARTS.exec(uri) ?? [];
  return SIMPLE.test(path) ? uri : root + spell(path) + uri.slice(before.length);
}

/** A letter and a colon are a drive of Windows. */
function isAbsolute(path: string): boolean {
  return SCHEME.test(path) && !/^[a-z]:[\\/]/i.test(path);
}

function spell(path: string): string {
  return SIMPLE.test(path) ? path : path.split('/').map(spellSegment).join('/');
}

/** Each part is decoded whole, `%23` too, so that a name with a `#` keeps it. */
function spellSegment(segment: string): string {
  try {
    return encodeURI(percentDecoded(segment)).replace(/[?#]/g, encodeURIComponent);
  } catch {
    return segment;
  }
}

/** A text with its percent escapes resolved; as it is where they are none, for then a percent sign is just that. */
export function percentDecoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
