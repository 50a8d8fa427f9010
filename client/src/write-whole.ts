import { type Uri, workspace } from 'vscode';
import { newNonce } from './overview/page-html';

/** Gives a file its content whole, or leaves it as it was: it is written beside it and moved into its place. Throws what the file system does. */
export async function writeWhole(target: Uri, bytes: Uint8Array): Promise<void> {
  const name = `.stridewise-${newNonce()}.part`;
  const beside = target.with({ path: target.path.replace(/[^/]*$/, name) });
  try {
    await workspace.fs.writeFile(beside, bytes);
    await workspace.fs.rename(beside, target, { overwrite: true });
  } catch (error) {
    await workspace.fs.delete(beside).then(undefined, () => undefined);
    throw error;
  }
}
