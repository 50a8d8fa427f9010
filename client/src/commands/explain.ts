import { window } from 'vscode';
import { EXPLAIN, type Explanation } from '../../../server/src/protocol';
import { text } from '../texts';
import { showPage } from '../views/show-page';
import type { Command } from './command';
import { findingOf } from './finding-of';

/** Explains a finding in words, as a page beside the editor. */
export const explain: Command = {
  id: 'stridewise.explain',
  run: async (context, node) => {
    const finding = await findingOf(context, node);
    if (finding === undefined) return;
    const explanation = await context.server.request<Explanation>(EXPLAIN, finding);
    if (!explanation) {
      void window.showInformationMessage(text('This threat is no longer there.'));
      return;
    }
    await showPage(explanation);
  },
};
