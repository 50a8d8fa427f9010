import { commands, type Disposable, type TextEditor, window } from 'vscode';
import type { ServerControl } from './language-client';
import { MODEL_LANGUAGE } from './languages';

/** An empty model shows what it may begin with: nobody knows yet what to type. */
export function registerEmptyModel(server: ServerControl): Disposable {
  const shown = new WeakSet<object>();
  const consider = async (editor: TextEditor | undefined) => {
    if (!editor || !isEmpty(editor) || shown.has(editor.document)) return;
    shown.add(editor.document);
    await server.settled();
    if (window.activeTextEditor === editor && isEmpty(editor) && server.state === 'running') {
      await commands.executeCommand('editor.action.triggerSuggest');
    }
  };
  void consider(window.activeTextEditor);
  return window.onDidChangeActiveTextEditor((editor) => void consider(editor));
}

function isEmpty({ document }: TextEditor): boolean {
  return document.languageId === MODEL_LANGUAGE && document.getText() === '';
}
