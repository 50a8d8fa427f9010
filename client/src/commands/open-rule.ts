import { commands, Uri, window } from 'vscode';
import { text } from '../texts';
import type { Command } from './command';

/** Opens the shipped page of a rule. */
export const openRule: Command = {
  id: 'stridewise.openRule',
  run: async ({ context, log }, rule) => {
    if (typeof rule !== 'string' || !/^[a-z0-9-]+$/.test(rule)) return;
    const page = Uri.joinPath(context.extensionUri, 'docs', 'rules', `${rule}.md`);
    try {
      await commands.executeCommand('markdown.showPreview', page);
    } catch (error) {
      log.error(`${page.toString()}: ${String(error)}`);
      void window.showErrorMessage(text('The page of {0} could not be opened.', rule));
    }
  },
};
