import type { Context, Registration } from '../context';
import { discover } from '../discovery';
import { canonical, isBelow } from '../uris';

/** Folders that come to the workspace and leave it. */
export const registerFolders: Registration = (context) => {
  const { connection, session, background, abilities } = context;
  if (!abilities.folders) return;
  connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    const fresh = added.map(({ uri }) => canonical(uri));
    const gone = removed.map(({ uri }) => canonical(uri));
    session.folders = [...session.folders.filter((folder) => !gone.includes(folder)), ...fresh];
    void background.run(async () => {
      for (const folder of gone) context.files.forget(folder);
      forgetFolders(context, gone);
      await discover(context, fresh);
    });
  });
};

function forgetFolders({ session }: Context, gone: readonly string[]): void {
  for (const uri of [...session.workspace.documents.keys()]) {
    const left = gone.some((folder) => isBelow(uri, folder)) && !session.folders.some((folder) => isBelow(uri, folder));
    if (left && !session.open.has(uri)) session.remove(uri);
  }
}
