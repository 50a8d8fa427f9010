import { Disposable, type TextEditor, window, workspace } from 'vscode';
import { TREE_NODE_AT, type TreeNodeAtParams } from '../../../server/src/protocol';
import type { ServerControl } from '../language-client';
import { LANGUAGES } from '../languages';
import type { RiskView } from './risk-view';

/** Milliseconds that the cursor rests. */
const REST = 200;

/** Selects in the tree what the cursor is at, while somebody sees the tree and wants that. */
export function followCursor(server: ServerControl, view: RiskView): Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (editor: TextEditor | undefined) => {
    clearTimeout(timer);
    if (!editor || !view.isVisible || !isWanted() || !LANGUAGES.includes(editor.document.languageId)) return;
    timer = setTimeout(() => void follow(server, view, editor), REST);
  };
  return Disposable.from(
    window.onDidChangeTextEditorSelection(({ textEditor }) => soon(textEditor)),
    window.onDidChangeActiveTextEditor(soon),
    new Disposable(() => clearTimeout(timer)),
  );
}

function isWanted(): boolean {
  return workspace.getConfiguration('stridewise').get<boolean>('tree.followCursor') !== false;
}

async function follow(server: ServerControl, view: RiskView, editor: TextEditor): Promise<void> {
  if (editor !== window.activeTextEditor) return;
  const { line, character } = editor.selection.active;
  const uri = editor.document.uri.toString();
  // Who chose a threat in the tree was led to its line: another one of that line must not take its place.
  if (view.isChosen(uri, line)) return;
  const params: TreeNodeAtParams = { ...view.shown, at: { uri, position: { line, character } } };
  const path = (await server.request<string[]>(TREE_NODE_AT, params)) ?? [];
  if (path.length > 0 && editor === window.activeTextEditor) await view.reveal(path);
}
