import { RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  LIST_FILES,
  type ListFilesParams,
  type ListFilesResult,
  READ_FILES,
  type ReadFilesParams,
  type ReadFilesResult,
} from '../../server/src/protocol';
import { findFiles } from './find-files';

/** Of files of every kind, which are offered and not read, no more are listed. */
const MOST = 5000;

/** Answers the server's questions for files that only the editor can reach. */
export function registerClientFiles(client: BaseLanguageClient): void {
  client.onRequest(LIST_FILES, async ({ folder, all }: ListFilesParams): Promise<ListFilesResult> => {
    const pattern = new RelativePattern(Uri.parse(folder), all ? '**/*' : '**/{*.yaml,*.yml,*.json,.gitignore}');
    const { uris, unfinished } = all ? await findFiles(pattern, MOST, () => true) : await findFiles(pattern);
    return { uris: uris.map(String), unfinished };
  });
  client.onRequest(READ_FILES, async ({ uris }: ReadFilesParams): Promise<ReadFilesResult> => {
    return { texts: await Promise.all(uris.map((uri) => readText(Uri.parse(uri)))) };
  });
}

/** The text of a file in the workspace, or null. */
export async function readText(uri: Uri): Promise<string | null> {
  if (!workspace.getWorkspaceFolder(uri)) return null;
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}
