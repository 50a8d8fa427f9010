import type { Operation } from '../../openapi/types';
import type { Place } from '../../text/types';
import { isOpenPlain } from './hosts';
import { perObject } from './per-object';

/** A way on to another host on which data is not protected. */
export interface Onward {
  /** The end of a sentence that begins with the operation. */
  readonly why: string;
  /** The same for several of them. */
  readonly together: string;
  /** Equal for ways that one change mends. */
  readonly cause: string;
  /** Clear text, or a certificate that nobody checks. */
  readonly cwe: readonly number[];
  readonly at: Place;
}

/** The first way on that lacks encryption or a check of who answers: to a backend, to a receiver or by a link. */
export const onwardOf: (operation: Operation) => Onward | null = perObject(
  (operation) => toBackend(operation) ?? toReceiver(operation) ?? byLink(operation),
);

function toBackend({ kind, backend }: Operation): Onward | null {
  if (kind !== 'operation' || backend === undefined) return null;
  const { url, unverified, at } = backend;
  if (unverified) {
    const rest = 'to a backend whose certificate nobody checks';
    return {
      why: `is passed on ${rest}`,
      together: `are passed on ${rest}`,
      cause: 'backend certificate',
      cwe: [295],
      at,
    };
  }
  return isOpenPlain(url) ? plain('is passed', 'are passed', url, at) : null;
}

/** The address of a callback is its key; one that is only an expression does not say how it is reached. */
function toReceiver({ kind, path, pathAt }: Operation): Onward | null {
  return kind === 'callback' && isOpenPlain(path) ? plain('goes', 'go', path, pathAt) : null;
}

function byLink({ responses }: Operation): Onward | null {
  for (const { links = [] } of responses) {
    const server = links.find((link) => link.server !== undefined && isOpenPlain(link.server.url))?.server;
    if (server !== undefined) return plain('leads its callers', 'lead their callers', server.url, server.at);
  }
  return null;
}

function plain(one: string, several: string, url: string, at: Place): Onward {
  const rest = `on to ${url}, without encryption`;
  return { why: `${one} ${rest}`, together: `${several} ${rest}`, cause: `onward ${url}`, cwe: [319], at };
}
