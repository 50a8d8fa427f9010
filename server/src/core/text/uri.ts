const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/**
 * The URI that `relative`, as written in a file, means beside `base`. Percent encoding is normalised, a query or fragment dropped;
 * an absolute URI comes back as it is.
 */
export function resolveUri(base: string, relative: string): string {
  const path = relative.split('#', 1)[0]?.split('?', 1)[0] ?? '';
  if (SCHEME.test(path) && !/^[a-z]:[\\/]/i.test(path)) return path;
  const match = /^([a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?)(.*)$/is.exec(base);
  const root = match?.[1] ?? '';
  const parents = path.startsWith('/') ? [] : (match?.[2] ?? '').split('/').slice(0, -1);
  const out: string[] = [];
  for (const segment of [...parents, ...encode(path).split('/')]) {
    if (segment === '..') out.pop();
    else if (segment !== '.' && segment !== '') out.push(segment);
  }
  return `${root}/${out.join('/')}`;
}

function encode(path: string): string {
  try {
    return path.split('/').map(encodeSegment).join('/');
  } catch {
    return path;
  }
}

/** Each part is decoded whole, `%23` too, so that a name with a `#` keeps it. */
function encodeSegment(segment: string): string {
  return encodeURI(decodeURIComponent(segment)).replace(/[?#]/g, encodeURIComponent);
}
