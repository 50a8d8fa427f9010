import { commands, type Disposable, Uri } from 'vscode';
import type { ServerControl } from './language-client';

/** The path as `resourcePath` has it in the `when` clauses of menus. */
function pathOf(uri: string): string {
  const parsed = Uri.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : parsed.path;
}

/** Keeps the context key with the paths of the descriptions that no model names; absent where there are none. */
export function registerBareApis(server: ServerControl): Disposable {
  let known = '';
  return server.onDidChange(() => {
    const paths = server.summary.bare.map(pathOf);
    const now = paths.join('\n');
    if (now === known) return;
    known = now;
    void commands.executeCommand('setContext', 'stridewise.bare', paths.length > 0 ? paths : undefined);
  });
}
