import { Disposable, type LogOutputChannel, RelativePattern, type TextDocument, type Uri, workspace } from 'vscode';
import { VIRTUAL_SCHEMES } from '../../server/src/protocol';
import { findFiles } from './find-files';
import type { ServerControl } from './language-client';
import type { SearchFolder } from './platform';
import { mayHaveRootKey } from './root-key';
import { readText } from './workspace-files';

/** Names that specifications and models usually have: a match is searched before all others. */
const USUAL = '**/{*.threats.yaml,*.threats.yml,*{openapi,swagger}*.{yaml,yml,json}}';
const ANY = '**/*.{yaml,yml,json}';

/** Starts the server at the first file that has one of our root keys, open or in the workspace. */
export function registerServerStart(
  server: ServerControl,
  log: LogOutputChannel,
  searchFolder: SearchFolder | null,
): Disposable {
  const start = () => void server.start().catch(() => undefined);
  const consider = (document: TextDocument) => {
    if (server.state === 'stopped' && isCandidate(document) && mayHaveRootKey(document.getText())) start();
  };
  workspace.textDocuments.forEach(consider);
  void searchWorkspace(searchFolder, () => server.state !== 'stopped').then((found) => {
    log.debug(found ? `First file with a root key: ${found}` : 'No file of the workspace has a root key.');
    if (found) start();
    else server.nothingFound();
  });
  const watcher = workspace.createFileSystemWatcher(ANY);
  const considerFile = async (uri: Uri) => {
    if (server.state === 'stopped' && mayHaveRootKey((await readText(uri)) ?? '')) start();
  };
  return Disposable.from(
    watcher,
    watcher.onDidCreate(considerFile),
    watcher.onDidChange(considerFile),
    workspace.onDidOpenTextDocument(consider),
    workspace.onDidChangeTextDocument(({ document }) => consider(document)),
  );
}

function isCandidate({ languageId, uri }: TextDocument): boolean {
  return /^(?:yaml|jsonc?|threat-model|.*openapi)$/.test(languageId) && !VIRTUAL_SCHEMES.includes(uri.scheme);
}

async function searchWorkspace(searchFolder: SearchFolder | null, stop: () => boolean): Promise<string | null> {
  const folders = workspace.workspaceFolders ?? [];
  for (const { uri } of folders) {
    const usual = await findFiles(new RelativePattern(uri, USUAL), 20);
    const found = await firstWithRootKey(usual.uris, stop);
    if (found !== null) return found;
  }
  for (const { uri } of folders) {
    const found =
      searchFolder && uri.scheme === 'file'
        ? await searchFolder(uri, stop)
        : await firstWithRootKey((await findFiles(new RelativePattern(uri, ANY))).uris, stop);
    if (found !== null) return found;
  }
  return null;
}

async function firstWithRootKey(uris: readonly Uri[], stop: () => boolean): Promise<string | null> {
  for (const uri of uris) {
    if (stop()) return null;
    if (mayHaveRootKey((await readText(uri)) ?? '')) return uri.toString();
  }
  return null;
}
