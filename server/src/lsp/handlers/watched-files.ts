import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { includedFiles } from '../../core';
import type { Context, Registration } from '../context';
import { refreshFiles, searchAgain } from '../discovery';
import { canonical, isYamlOrJson, relativePath } from '../uris';

/** Files that change outside the editor, and what is left out of the search for them. */
export const registerWatchedFiles: Registration = (context) => {
  const { connection, background, abilities, files, session } = context;
  if (abilities.watch) {
    void connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [{ globPattern: '**/*.{yaml,yml,json}' }, { globPattern: '**/.gitignore' }],
    });
    context.onSettled.push(watchOthers(context));
  }
  if (abilities.configurationChanges) {
    void connection.client.register(DidChangeConfigurationNotification.type, { section: 'files.exclude' });
  }
  const again = () => searchAgain(context, session.folders);
  connection.onDidChangeConfiguration(() => {
    void background.run(async () => {
      if (await files.excludesElse(session.folders)) await again();
    });
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    // A change of many files comes as events of one each, and every event twice.
    const uris = [...new Set(changes.map(({ uri }) => canonical(uri)))];
    if (uris.some((uri) => uri.endsWith('/.gitignore'))) void background.run(again);
    void background.run(() => refreshFiles(context, uris));
  });
};

/** Watches what models include under names of another kind, each from when it is first named. */
function watchOthers({ connection, session }: Context): () => void {
  const watched = new Set<string>();
  return () => {
    const more = includedFiles(session.workspace).filter((uri) => !isYamlOrJson(uri) && !watched.has(uri));
    if (more.length === 0) return;
    for (const uri of more) watched.add(uri);
    const watchers = more.map((uri) => ({ globPattern: `**/${patternOf(uri)}` }));
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  };
}

/** A pattern for files of this name; one sign of it may stand for any where it would mean something. */
function patternOf(uri: string): string {
  return relativePath(uri, uri.slice(0, uri.lastIndexOf('/'))).replace(/[*?{}[\]!\\]/g, '?');
}
