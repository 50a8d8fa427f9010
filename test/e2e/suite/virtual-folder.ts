import * as assert from 'node:assert/strict';
import { commands, Uri, workspace } from 'vscode';
import { exampleFile, onDisk, show } from './example';
import { MemoryFiles } from './memory-files';
import { until } from './wait';

const NAMES = ['openapi.yaml', 'v1.yaml', 'shop.threats.yaml'];
/** Where the files of virtual folders are. */
export const memory = new MemoryFiles();

async function fillMemory(folder: string, names: readonly string[]): Promise<void> {
  for (const name of names)
    memory.files.set(`${folder}/${name}`, new TextEncoder().encode(await onDisk(exampleFile(name))));
}

const isOpen = (folder: Uri) =>
  workspace.workspaceFolders?.some(({ uri }) => uri.toString() === folder.toString()) === true;

/** Adds a folder to the window, or takes the last one out again. */
async function setFolder(uri: Uri, isWanted: boolean): Promise<void> {
  const count = workspace.workspaceFolders?.length ?? 0;
  const done = until('the folders', workspace.onDidChangeWorkspaceFolders, () => isOpen(uri) === isWanted);
  const taken = isWanted
    ? workspace.updateWorkspaceFolders(count, 0, { uri })
    : workspace.updateWorkspaceFolders(count - 1, 1);
  assert.ok(taken, 'the window takes it');
  await done;
}

interface Virtual {
  /** Of the folder; one that was there before is remembered by VS Code. */
  readonly name?: string;
  /** Files of the example that it has. */
  readonly names?: readonly string[];
  /** More files. */
  readonly more?: Readonly<Record<string, string>>;
}

/** A folder of the window that is in memory alone, with the example, for as long as something runs; gives its description. */
export async function inVirtualFolder(
  run: (spec: Uri) => Promise<string>,
  { name = 'virtual', names = NAMES, more = {} }: Virtual = {},
): Promise<string> {
  const folder = Uri.parse(`memfs:/${name}`);
  await fillMemory(folder.path, names);
  for (const [file, text] of Object.entries(more))
    memory.files.set(`${folder.path}/${file}`, new TextEncoder().encode(text));
  const registered = memory.register(folder.scheme, false);
  await setFolder(folder, true);
  try {
    return await run((await show(Uri.joinPath(folder, 'openapi.yaml'))).uri);
  } finally {
    memory.locked.clear();
    memory.full = false;
    await commands.executeCommand('workbench.action.closeAllEditors');
    await setFolder(folder, false);
    registered.dispose();
    for (const path of [...memory.files.keys()]) if (path.startsWith(`${folder.path}/`)) memory.files.delete(path);
  }
}

/** Why a case that needs a window of several folders is left out; undefined where it has them. */
export const oneFolder = () => (workspace.workspaceFile ? undefined : 'one folder is open');
