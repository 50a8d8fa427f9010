import { Disposable, workspace } from 'vscode';
import { LANGUAGES } from '../languages';
import type { RiskView } from './risk-view';

/** Milliseconds after a keystroke: the diagnostics of the file come first. */
const PAUSE = 20;

/** Keeps the visible tree up to what is typed; the server tells the rest, and of files that are not open, a little later. */
export function followEdits(view: RiskView): Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return Disposable.from(
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0 || !view.isVisible || !LANGUAGES.includes(document.languageId)) return;
      clearTimeout(timer);
      timer = setTimeout(() => void view.updateRows(), PAUSE);
    }),
    new Disposable(() => clearTimeout(timer)),
  );
}
