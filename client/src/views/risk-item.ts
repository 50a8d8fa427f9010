import { MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { RiskTreeNode } from '../../../server/src/protocol';
import { text } from '../texts';

/** A node as the tree shows it. */
export function riskItem(node: RiskTreeNode): TreeItem {
  const state = node.children > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None;
  const item = new TreeItem(node.label, state);
  item.id = node.id;
  item.description = node.description;
  item.iconPath = new ThemeIcon(node.icon, node.color === '' ? undefined : new ThemeColor(node.color));
  item.contextValue = node.finding === '' ? node.context : `finding ${node.context}`;
  item.accessibilityInformation = { label: node.accessibilityLabel };
  if (node.tooltip !== '') item.tooltip = new MarkdownString(node.tooltip, true);
  if (node.location) {
    item.command = { title: text('Show the line'), command: 'stridewise.reveal', arguments: [node] };
  }
  return item;
}
