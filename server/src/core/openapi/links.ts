import type { Node } from './node';
import type { Derivation } from './session';
import type { Link, Server } from './types';

/** The links of a response, in the order in which they are written; null where it has none. */
export function readLinks(reader: Derivation, response: Node): readonly Link[] | null {
  const links = reader.deref(response.get('links'));
  if (links === null) return null;
  const found: Link[] = [];
  for (const [name, written] of links.entries()) {
    const link = reader.deref(written);
    if (link?.kind === 'map' && !name.startsWith('x-')) found.push(readLink(name, link, written));
  }
  return found.length === 0 ? null : found;
}

function readLink(name: string, link: Node, written: Node): Link {
  const server = serverOf(link.get('server'));
  return {
    name,
    target: link.textOf('operationId') || link.textOf('operationRef'),
    ...(server !== null && { server }),
    at: written.keyAt,
  };
}

function serverOf(written: Node | null): Server | null {
  const url = written?.get('url');
  const text = url?.text();
  if (written === null || url === null || url === undefined || text === undefined) return null;
  return { url: text, description: written.textOf('description'), at: url.at };
}
