import { percentDecoded } from './uri';

/** Encodes one key for a JSON pointer. */
export function encodePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The keys of a JSON pointer or of a reference's fragment (`#/a/b`), percent-decoded where that is possible. */
export function decodePointer(fragment: string): readonly string[] {
  const text = fragment.startsWith('#') ? fragment.slice(1) : fragment;
  if (text === '' || text === '/') return [];
  return text
    .replace(/^\//, '')
    .split('/')
    .map((key) => percentDecoded(key).replaceAll('~1', '/').replaceAll('~0', '~'));
}
