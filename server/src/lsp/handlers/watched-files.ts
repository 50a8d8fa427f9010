import { DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import type { Registration } from '../context';
import { refreshFiles } from '../discovery';
import { canonical } from '../uris';

/** Files that change outside the editor. */
export const registerWatchedFiles: Registration = (context) => {
  const { connection, background, abilities } = context;
  if (abilities.watch) {
    void connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [{ globPattern: '**/*.{yaml,yml,json}' }],
    });
  }
  connection.onDidChangeWatchedFiles(({ changes }) => {
    // A change of many files comes as events of one each, and every event twice.
    const uris = [...new Set(changes.map(({ uri }) => canonical(uri)))];
    void background.run(() => refreshFiles(context, uris));
  });
};
