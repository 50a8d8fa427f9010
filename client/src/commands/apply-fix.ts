import {
  FilePermission,
  type FileStat,
  Position,
  Range,
  Selection,
  SnippetString,
  type TextDocument,
  TextEditorRevealType,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import {
  type ApplyFix,
  digestOf,
  type WireFileEdit,
  type WireLocation,
  type WireRange,
} from '../../../server/src/protocol';
import { text, withoutLinks } from '../texts';
import type { Command } from './command';

/** Applies a fix and shows what is to be filled in; null, or the sentence that says why that was not possible. */
export const applyFix: Command = {
  id: 'stridewise.applyFix',
  run: async ({ log }, fix) => {
    const problem = await apply(fix as ApplyFix);
    if (problem === null) return null;
    log.warn(`${(fix as ApplyFix).title}: ${problem}`);
    void window.showErrorMessage(withoutLinks(problem));
    return problem;
  },
};

/** Applies a fix; a sentence that says why where that was not possible. */
export async function apply(fix: ApplyFix): Promise<string | null> {
  return fix.refused ?? (await change(fix));
}

async function change(fix: ApplyFix): Promise<string | null> {
  const [file] = fix.edits;
  const [only] = file?.edits ?? [];
  if (file && only?.snippet !== undefined && fix.edits.length === 1) {
    return insertFields(fix, file, only.range, only.snippet);
  }
  const unseen = fix.edits.filter(({ uri }) => uri !== fix.cursor?.uri && !isOpen(uri));
  for (const one of fix.edits) {
    const problem = await obstacle(one);
    if (problem !== null) return problem;
  }
  const taken = await workspace.applyEdit(editOf(fix), { isRefactoring: fix.confirm === true });
  // Edits that are shown first may be turned down.
  if (!taken) return fix.confirm ? null : text('The editor refused to change {0}.', names(fix));
  await saveUnseen(unseen);
  if (fix.cursor) await show(fix.cursor);
  return null;
}

function editOf({ title, edits, confirm, notice }: ApplyFix): WorkspaceEdit {
  const shown = confirm
    ? { label: title, needsConfirmation: true, ...(notice !== undefined && { description: notice }) }
    : undefined;
  const edit = new WorkspaceEdit();
  for (const file of edits) {
    const uri = Uri.parse(file.uri);
    if (file.create) edit.createFile(uri, { ignoreIfExists: false, overwrite: false });
    for (const { range, newText } of file.edits) edit.replace(uri, toRange(range), newText, shown);
  }
  return edit;
}

function isOpen(uri: string): boolean {
  return workspace.textDocuments.some((document) => document.uri.toString() === uri);
}

/** Nobody would think of saving a file that no editor shows, and a file that is new is empty on the disk until it is saved. */
async function saveUnseen(files: readonly WireFileEdit[]): Promise<void> {
  for (const { uri } of files) {
    const document = workspace.textDocuments.find((candidate) => candidate.uri.toString() === uri);
    await document?.save();
  }
}

/** Snippets run in the active editor only: the file is shown, and each value to fill in is a tab stop. */
async function insertFields(
  fix: ApplyFix,
  file: WireFileEdit,
  range: WireRange,
  snippet: string,
): Promise<string | null> {
  const problem = await obstacle(file);
  if (problem !== null) return problem;
  const uri = Uri.parse(file.uri);
  if (file.create) {
    const creation = new WorkspaceEdit();
    creation.createFile(uri, { ignoreIfExists: false, overwrite: false });
    if (!(await workspace.applyEdit(creation))) return text('The editor refused to create {0}.', names(fix));
  }
  const document = await workspace.openTextDocument(uri);
  const editor = await window.showTextDocument(document);
  if (isStale(file, document)) return changed(document.uri);
  const inserted = await editor.insertSnippet(new SnippetString(snippet), toRange(range), {
    undoStopBefore: true,
    undoStopAfter: true,
    keepWhitespace: true,
  });
  if (!inserted) return text('The editor refused to change {0}.', names(fix));
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
  return null;
}

/** Edits land in the wrong place in another text than they were made for. */
function isStale({ version, digest, create }: WireFileEdit, document: TextDocument): boolean {
  if (create) return document.getText() !== '';
  if (version !== null) return document.version !== version;
  return digest !== null && digestOf(document.getText()) !== digest;
}

function changed(uri: Uri): string {
  return text('{0} has changed since this fix was offered. Choose it again.', workspace.asRelativePath(uri));
}

async function obstacle(file: WireFileEdit): Promise<string | null> {
  const uri = Uri.parse(file.uri);
  const name = workspace.asRelativePath(uri);
  if (file.create && uri.scheme === 'untitled') {
    return text('Save the API description first: its threat model is a file beside it.');
  }
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
  if (file.create) return null;
  const document = open ?? (await opened(uri));
  if (!document) return text('{0} is no longer there.', name);
  return isStale(file, document) ? changed(uri) : null;
}

async function opened(uri: Uri): Promise<TextDocument | null> {
  try {
    return await workspace.openTextDocument(uri);
  } catch {
    return null;
  }
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
