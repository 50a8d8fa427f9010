import { overviewOf } from '../core';
import type { Overview } from '../protocol';
import type { Session } from './session';
import { canonical } from './uris';

/** The overview of what the workspace shows, of some descriptions or all, with the files as the client names them. */
export function overviewFor(session: Session, uris: readonly string[] | undefined): Overview {
  const analysis = session.analysis();
  const wanted = uris === undefined ? null : new Set(uris.map(canonical));
  const apis = wanted === null ? {} : { apis: analysis.apis.filter(({ description }) => wanted.has(description.uri)) };
  const overview = overviewOf(analysis, { ...apis, hidden: session.hidden });
  return { ...overview, files: overview.files.map((uri) => session.clientUri(uri)) };
}
