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
  const unseen = fix.edits.filter(({ uri, create }) => !create && uri !== fix.cursor?.uri && !isOpen(uri));
  for (const one of fix.edits) {
    const problem = await obstacle(one);
    if (problem !== null) return problem;
  }
  if (fix.confirm) tellOfPreview(fix);
  const taken = await workspace.applyEdit(editOf(fix), { isRefactoring: fix.confirm === true });
  if (!taken) {
    await removeCreated(fix.edits);
    if (!fix.confirm) return text('The editor refused to change {0}.', namesOf(fix.edits));
    // Edits that are shown first may be turned down.
    void window.showInformationMessage(text('Nothing was changed: no file was ticked in the preview.'));
    return null;
  }
  const unsaved = await saveUnseen(unseen);
  if (fix.cursor) await show(fix.cursor);
  if (unsaved.length === 0) return null;
  return text('{0} is changed, and could not be saved: save it once that is possible.', namesOf(unsaved));
}

/** The preview of VS Code ticks nothing by itself, and shows neither what it is for nor what to think of. */
function tellOfPreview({ title, notice }: ApplyFix): void {
  const hint = text('{0}: tick each file in the preview that is to be changed, and apply.', title);
  void window.showInformationMessage(withoutLinks(notice === undefined ? hint : `${hint} ${notice}`));
}

/** A new file is made whole, and before anything is changed that speaks of it. */
function editOf({ title, edits, confirm, notice }: ApplyFix): WorkspaceEdit {
  const shown = confirm
    ? { label: title, needsConfirmation: true, ...(notice !== undefined && { description: notice }) }
    : undefined;
  const edit = new WorkspaceEdit();
  for (const file of edits.filter(({ create }) => create)) {
    edit.createFile(Uri.parse(file.uri), { contents: contentsOf(file) }, shown);
  }
  for (const { uri, edits: own } of edits.filter(({ create }) => !create)) {
    for (const { range, newText } of own) edit.replace(Uri.parse(uri), toRange(range), newText, shown);
  }
  return edit;
}

/** All that a new file says. */
const textOf = ({ edits }: WireFileEdit): string => edits.map(({ newText }) => newText).join('');

const contentsOf = (file: WireFileEdit): Uint8Array => new TextEncoder().encode(textOf(file));

/** Takes new files away that what was to go with them did not follow. */
async function removeCreated(edits: readonly WireFileEdit[]): Promise<void> {
  for (const file of edits.filter(({ create }) => create)) {
    const uri = Uri.parse(file.uri);
    const bytes = await workspace.fs.readFile(uri).then(undefined, () => null);
    const isOurs = bytes !== null && textOf(file).startsWith(new TextDecoder().decode(bytes));
    if (isOurs) await workspace.fs.delete(uri).then(undefined, () => undefined);
  }
}

function isOpen(uri: string): boolean {
  return workspace.textDocuments.some((document) => document.uri.toString() === uri);
}

/** Nobody would think of saving a file that no editor shows; gives those that could not be saved. */
async function saveUnseen(files: readonly WireFileEdit[]): Promise<WireFileEdit[]> {
  const unsaved: WireFileEdit[] = [];
  for (const file of files) {
    const document = workspace.textDocuments.find((candidate) => candidate.uri.toString() === file.uri);
    if (document && !(await document.save())) unsaved.push(file);
  }
  return unsaved;
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
  if (file.create && !(await workspace.applyEdit(editOf(fix)))) {
    await removeCreated(fix.edits);
    return text('The editor refused to create {0}.', namesOf(fix.edits));
  }
  const document = await workspace.openTextDocument(Uri.parse(file.uri));
  const editor = await window.showTextDocument(document);
  if (!file.create && isStale(file, document)) return changed(document.uri);
  // The text of a new file is there already, and its values to fill in are not yet.
  const place = file.create ? wholeOf(document) : toRange(range);
  const inserted = await editor.insertSnippet(new SnippetString(snippet), place, {
    undoStopBefore: true,
    undoStopAfter: true,
    keepWhitespace: true,
  });
  if (!inserted) return text('The editor refused to change {0}.', namesOf(fix.edits));
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
  return null;
}

const wholeOf = (document: TextDocument): Range =>
  new Range(new Position(0, 0), document.lineAt(document.lineCount - 1).range.end);

/** Edits land in the wrong place in another text than they were made for. */
function isStale({ version, digest }: WireFileEdit, document: TextDocument): boolean {
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
    return text('{0} exists already, and is left as it is.', name);
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

function namesOf(edits: readonly WireFileEdit[]): string {
  return edits.map(({ uri }) => workspace.asRelativePath(Uri.parse(uri))).join(', ');
}
