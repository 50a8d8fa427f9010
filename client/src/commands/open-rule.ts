import { commands, Uri, window } from 'vscode';
import { text } from '../texts';
import type { Command } from './command';

/** Opens the shipped page of a rule, or that of the problems of models at one of them (`problems#unknown-name`). */
export const openRule: Command = {
  id: 'stridewise.openRule',
  run: async ({ context, log }, rule) => {
    const [, problem = '', name] = (typeof rule === 'string' && /^(problems#)?([a-z0-9-]+)$/.exec(rule)) || [];
    if (name === undefined) return;
    const docs = Uri.joinPath(context.extensionUri, 'docs');
    const page =
      problem === ''
        ? Uri.joinPath(docs, 'rules', `${name}.md`)
        : Uri.joinPath(docs, 'problems.md').with({ fragment: name });
    try {
      await commands.executeCommand('markdown.showPreview', page);
    } catch (error) {
      log.error(`${page.toString()}: ${String(error)}`);
      void window.showErrorMessage(text('The page of {0} could not be opened.', name));
    }
  },
};
