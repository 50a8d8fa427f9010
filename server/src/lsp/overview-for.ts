import { type OverviewOptions, overviewOf } from '../core';
import type { Overview } from '../protocol';
import type { Session } from './session';
import { canonical } from './uris';

/** The overview of what the workspace shows, of some descriptions or all, with the files as the client names them. */
export function overviewFor(session: Session, uris: readonly string[] | undefined): Overview {
  const overview = overviewOf(session.analysis(), optionsFor(session, uris));
  return { ...overview, files: overview.files.map((uri) => session.clientUri(uri)) };
}

/** What an overview is to be about: some descriptions or all, without what the reader hides. */
export function optionsFor(session: Session, uris: readonly string[] | undefined): OverviewOptions {
  const { hidden } = session;
  if (uris === undefined) return { hidden };
  const wanted = new Set(uris.map(canonical));
  return { hidden, apis: session.analysis().apis.filter(({ description }) => wanted.has(description.uri)) };
}
