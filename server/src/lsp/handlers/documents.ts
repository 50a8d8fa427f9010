import type { Registration } from '../context';
import { refreshFiles } from '../discovery';
import { canonical } from '../uris';

/** The texts that the editor holds. */
export const registerDocuments: Registration = (context) => {
  const { connection, session, background } = context;
  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => session.openText(uri, version, text));
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    background.noteMessage();
    session.changeText(uri, version, contentChanges);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    session.closeText(uri);
    void background.run(() => refreshFiles(context, [canonical(uri)]));
  });
};
