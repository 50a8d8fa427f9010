import {
  FilePermission,
  type FileStat,
  Position,
  Range,
  Selection,
  TextEditorRevealType,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { ApplyFix, WireFileEdit, WireLocation, WireRange } from '../../../server/src/protocol';
import { text } from '../texts';
import type { Command } from './command';

/** Applies a fix, shows the file that it changed and puts the cursor into the first field. */
export const applyFix: Command = {
  id: 'stridewise.applyFix',
  run: async ({ log }, fix) => {
    const problem = await apply(fix as ApplyFix);
    if (problem === null) return true;
    log.warn(`${(fix as ApplyFix).title}: ${problem}`);
    void window.showErrorMessage(problem);
    return false;
  },
};

/** Applies a fix; a sentence that says why where that was not possible. */
export async function apply(fix: ApplyFix): Promise<string | null> {
  const edit = new WorkspaceEdit();
  for (const file of fix.edits) {
    const problem = await obstacle(file);
    if (problem !== null) return problem;
    const uri = Uri.parse(file.uri);
    if (file.create) edit.createFile(uri, { ignoreIfExists: false, overwrite: false });
    for (const { range, newText } of file.edits) edit.replace(uri, toRange(range), newText);
  }
  if (!(await workspace.applyEdit(edit))) return text('The editor refused to change {0}.', names(fix));
  if (fix.cursor) await show(fix.cursor);
  return null;
}

async function obstacle(file: WireFileEdit): Promise<string | null> {
  const uri = Uri.parse(file.uri);
  const name = workspace.asRelativePath(uri);
  if (workspace.fs.isWritableFileSystem(uri.scheme) === false) {
    return text('{0} cannot be changed: its file system is read-only.', name);
  }
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  const stat = await statOf(uri);
  if (stat?.permissions === FilePermission.Readonly) {
    return text('{0} cannot be changed: it is read-only.', name);
  }
  if (file.create && (open || stat)) {
    return text('{0} exists already and is not a threat model of this API.', name);
  }
  if (file.version !== null && open && open.version !== file.version) {
    return text('{0} has changed since this fix was offered. Choose it again.', name);
  }
  return null;
}

async function statOf(uri: Uri): Promise<FileStat | null> {
  try {
    return await workspace.fs.stat(uri);
  } catch {
    return null;
  }
}

async function show({ uri, range }: WireLocation): Promise<void> {
  const document = await workspace.openTextDocument(Uri.parse(uri));
  // Typing replaces the field's placeholder.
  const place = document.getWordRangeAtPosition(toRange(range).start, /TODO/) ?? toRange(range);
  const selection = new Selection(place.start, place.end);
  const editor = await window.showTextDocument(document, { selection });
  editor.revealRange(place, TextEditorRevealType.InCenterIfOutsideViewport);
}

export function toRange({ start, end }: WireRange): Range {
  return new Range(new Position(start.line, start.character), new Position(end.line, end.character));
}

function names(fix: ApplyFix): string {
  return fix.edits.map(({ uri }) => workspace.asRelativePath(Uri.parse(uri))).join(', ');
}
