import { DidChangeWatchedFilesNotification, type Disposable } from 'vscode-languageserver';
import { evidenceNamed, percentDecoded, textOf, withEvidence } from '../core';
import type { Context } from './context';

/**
 * Looks at the files that models give as evidence and that nobody has looked at yet. Their texts are not kept, only whether they
 * hold what they are given for.
 */
export async function loadEvidence({ session, files }: Context): Promise<void> {
  const { evidence } = session.workspace;
  const wanted = evidenceNamed(session.workspace).filter(({ key }) => !evidence.has(key));
  const uris = [...new Set(wanted.map(({ uri }) => uri))];
  const folders = session.readable();
  const texts = uris.length === 0 ? [] : await files.read(uris, folders);
  const read = new Map(uris.map((uri, index) => [uri, texts[index] ?? null]));
  session.noteEvidence((workspace) =>
    withEvidence(workspace, (uri) => {
      const held = session.open.get(uri);
      const text = held === undefined ? read.get(uri) : textOf(held.document);
      if (text === undefined) return null;
      return text === null ? { reason: files.whyUnread(uri, folders) } : { text };
    }),
  );
}

/** Has the client tell of changes of these files, which are none of the kinds that it tells of anyway. */
export class EvidenceWatch {
  #watched = '';
  #registration: Promise<Disposable> | null = null;

  update({ abilities, connection, session }: Context): void {
    const uris = [...new Set(evidenceNamed(session.workspace).map(({ uri }) => uri))].sort();
    const names = uris.map((uri) => percentDecoded(uri.slice(uri.lastIndexOf('/') + 1))).filter((name) => name !== '');
    const watched = [...new Set(names)].join('\n');
    if (!abilities.watch || watched === this.#watched) return;
    this.#watched = watched;
    const last = this.#registration;
    void last?.then((registration) => registration.dispose());
    const watchers = watched.split('\n').map((name) => ({ globPattern: `**/${name.replaceAll(/[[\]{}*?]/g, '?')}` }));
    this.#registration =
      watched === '' ? null : connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }
}
