import { Selection, Uri, window } from 'vscode';
import type { RiskTreeNode } from '../../../server/src/protocol';
import { toRange } from './apply-fix';
import type { Command } from './command';

/** Shows the line of an item of the tree; the focus stays in the tree. */
export const reveal: Command = {
  id: 'stridewise.reveal',
  run: async (_context, node) => {
    const { location } = node as RiskTreeNode;
    if (!location) return;
    const range = toRange(location.range);
    const selection = new Selection(range.start, range.end);
    await window.showTextDocument(Uri.parse(location.uri), { selection, preserveFocus: true, preview: true });
  },
};
