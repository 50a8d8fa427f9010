import { percentDecoded } from '../../text';

/** What to call a file in a message that stands in another: its path from there, decoded. */
export function fileName(uri: string, from: string): string {
  return percentDecoded(rawPath(uri, from));
}

/** The path from a file to another, escaped as their uris are. */
export function rawPath(uri: string, from: string): string {
  const own = uri.split('/');
  const folder = from.split('/').slice(0, -1);
  let shared = 0;
  while (shared < folder.length && shared < own.length - 1 && own[shared] === folder[shared]) shared++;
  return [...folder.slice(shared).map(() => '..'), ...own.slice(shared)].join('/');
}
