import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import type { Registration } from '../context';
import { refreshFiles, searchAgain } from '../discovery';
import { canonical } from '../uris';

/** Files that change outside the editor, and what is left out of the search for them. */
export const registerWatchedFiles: Registration = (context) => {
  const { connection, background, abilities, files, session } = context;
  if (abilities.watch) {
    void connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [{ globPattern: '**/*.{yaml,yml,json}' }, { globPattern: '**/.gitignore' }],
    });
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
