import { commands, TabInputWebview, ViewColumn, window } from 'vscode';
import type { Explanation } from '../../../server/src/protocol';
import { OVERVIEW_TYPE } from '../overview/overview-panel';
import { explanations } from './explanations';

/** Shows a page as a Markdown preview, which opens in the first column: beside the overview where that is looked at there. */
export async function showPage(page: Explanation): Promise<void> {
  const command = isOverTheOverview() ? 'markdown.showPreviewToSide' : 'markdown.showPreview';
  await commands.executeCommand(command, explanations.put(page));
}

function isOverTheOverview(): boolean {
  const { activeTab, viewColumn } = window.tabGroups.activeTabGroup;
  const { input } = activeTab ?? {};
  // VS Code puts a prefix of its own before the type.
  return viewColumn === ViewColumn.One && input instanceof TabInputWebview && input.viewType.endsWith(OVERVIEW_TYPE);
}
