import { commands, Selection, Uri, window, workspace } from 'vscode';
import { NOT_CHECKED, type NotChecked } from '../../../server/src/protocol';
import { text, withoutIcons } from '../texts';
import { toRange } from './apply-fix';
import type { Command } from './command';

/** Lists what was not checked and why; choosing an entry shows its place. */
export const showNotChecked: Command = {
  id: 'stridewise.showNotChecked',
  run: async ({ server }) => {
    await server.ready();
    const parts = (await server.request<NotChecked[]>(NOT_CHECKED, {})) ?? [];
    if (parts.length === 0) return void window.showInformationMessage(text('Everything that was found was checked.'));
    const items = parts.map((part) => ({ label: withoutIcons(part.reason), description: placeOf(part), part }));
    const chosen = await window.showQuickPick(items, { placeHolder: text('Not checked'), matchOnDescription: true });
    if (chosen) await show(chosen.part);
    return undefined;
  },
};

function placeOf({ uri, range }: NotChecked): string {
  const file = workspace.asRelativePath(Uri.parse(uri));
  return range ? `${file}:${range.start.line + 1}` : file;
}

async function show({ uri, range }: NotChecked): Promise<void> {
  const at = range && toRange(range);
  // Without a range it is a folder, or a file that cannot be shown.
  if (at === null) return void commands.executeCommand('revealInExplorer', Uri.parse(uri));
  await window.showTextDocument(Uri.parse(uri), { selection: new Selection(at.start, at.end) });
  return undefined;
}
