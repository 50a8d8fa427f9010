import * as assert from 'node:assert/strict';
import { commands, Position, Range, type TextDocument, Uri, WorkspaceEdit, window, workspace } from 'vscode';

/** A file of the opened example. */
export function exampleFile(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  assert.ok(folder, 'a folder is open');
  return Uri.joinPath(folder.uri, name);
}

/** Opens a file in the editor. */
export async function show(uri: Uri): Promise<TextDocument> {
  const document = await workspace.openTextDocument(uri);
  await window.showTextDocument(document);
  return document;
}

/** Replaces the whole text, unsaved. */
export async function setText(document: TextDocument, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(new Position(0, 0), document.lineAt(document.lineCount - 1).range.end), text);
  assert.ok(await workspace.applyEdit(edit), 'the edit was taken');
}

/** Gives a file its text on disk back. */
export async function restore(document: TextDocument): Promise<void> {
  // Reverting speaks of the active editor, which a menu that is closing may still be.
  for (let attempt = 0; attempt < 5 && document.isDirty; attempt++) {
    await show(document.uri);
    await commands.executeCommand('workbench.action.files.revert');
  }
  assert.equal(document.getText(), await onDisk(document.uri), 'the text of the disk is back');
}

/** Text of a file on disk. */
export const onDisk = async (uri: Uri): Promise<string> => new TextDecoder().decode(await workspace.fs.readFile(uri));

/** Chooses the first entry of a list as soon as it is there: nothing tells that a list was opened. */
export async function chooseFirst(done: () => boolean | Promise<boolean>): Promise<void> {
  await again('workbench.action.acceptSelectedQuickOpenItem', done);
}

/** Asks for a command until something has come of it: nothing tells that what it speaks of is there. */
export async function again(command: string, done: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await done())) await commands.executeCommand(command);
}
