import { Selection, Uri, window, workspace } from 'vscode';
import type { RiskTreeNode, StatusRow, WireLocation } from '../../../server/src/protocol';
import { text, withoutIcons } from '../texts';
import { toRange } from './apply-fix';
import type { Command } from './command';

/** Shows the line of a row; the focus stays in its view. A row of goals, stages and APIs has its line, a threat's is where it is now. */
export const reveal: Command = {
  id: 'stridewise.reveal',
  run: async ({ view }, row) => {
    const { location: known } = row as Partial<Pick<StatusRow, 'location'>>;
    if (known) return show(known, true);
    const node = row as RiskTreeNode;
    const location = (await view.details(node))?.location;
    if (!location) return;
    view.noteChosen(node, location);
    await show(location, true);
  },
};

/** Shows the entry of a model that answers a threat; where there are several, the one that a person picks. */
export const goToAnswer: Command = {
  id: 'stridewise.goToAnswer',
  run: async ({ view }, node) => {
    const row = (node as RiskTreeNode | undefined) ?? view.selection[0];
    const answers = (row && (await view.details(row))?.answers) ?? [];
    const answer = answers.length > 1 ? await choose(answers) : answers[0];
    if (answer) await show(answer, false);
    else if (answers.length === 0) void window.showInformationMessage(text('Nobody has answered this threat yet.'));
  },
};

async function choose(answers: readonly WireLocation[]): Promise<WireLocation | undefined> {
  const items = await Promise.all(answers.map(async (answer) => ({ ...(await labelOf(answer)), answer })));
  return (await window.showQuickPick(items, { placeHolder: text('Which answer?') }))?.answer;
}

async function labelOf({ uri, range }: WireLocation): Promise<{ label: string; description: string }> {
  const document = await workspace.openTextDocument(Uri.parse(uri));
  return {
    label: withoutIcons(document.getText(toRange(range))),
    description: `${workspace.asRelativePath(document.uri)}:${range.start.line + 1}`,
  };
}

async function show({ uri, range }: WireLocation, preserveFocus: boolean): Promise<void> {
  const { start, end } = toRange(range);
  await window.showTextDocument(Uri.parse(uri), { selection: new Selection(start, end), preserveFocus, preview: true });
}
