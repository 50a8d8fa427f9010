import { MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { RiskTreeNode, TreeGrouping } from '../../../server/src/protocol';
import { text } from '../texts';

/** Larger groups open when somebody asks. */
const SHOWN_AT_ONCE = 100;

/** A node as the tree shows it. The few groups by risk are open from the start. */
export function riskItem(node: RiskTreeNode, groupBy: TreeGrouping): TreeItem {
  const item = new TreeItem(node.label, stateOf(node, groupBy));
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

function stateOf({ children, finding }: RiskTreeNode, groupBy: TreeGrouping): TreeItemCollapsibleState {
  if (children === 0) return TreeItemCollapsibleState.None;
  const expanded = groupBy === 'risk' && finding === '' && children <= SHOWN_AT_ONCE;
  return expanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}
