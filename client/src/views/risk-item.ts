import { ThemeColor, ThemeIcon, TreeItem, TreeItemCheckboxState, TreeItemCollapsibleState } from 'vscode';
import type { RiskTreeNode, TreeGrouping } from '../../../server/src/protocol';
import { text } from '../texts';
import { rowWords } from './row-words';

/** Larger groups open when somebody asks. */
const SHOWN_AT_ONCE = 100;

/** A node as the tree shows it; its tooltip is asked for later. The few groups by risk are open from the start. */
export function riskItem(node: RiskTreeNode, groupBy: TreeGrouping, isChecked: boolean): TreeItem {
  const item = new TreeItem(node.label, stateOf(node, groupBy));
  item.id = node.id;
  const { description, name } = rowWords(node.label, node.description, node.accessibilityLabel.split(', '));
  item.description = description;
  item.iconPath = new ThemeIcon(node.icon, node.color === '' ? undefined : new ThemeColor(node.color));
  item.contextValue = contextOf(node);
  item.accessibilityInformation = { label: name };
  if (node.finding !== '' && node.answerable) item.checkboxState = checkbox(node, isChecked);
  if (node.finding !== '' || node.context === 'mitigation') {
    item.command = { title: text('Show the line'), command: 'stridewise.reveal', arguments: [node] };
  }
  return item;
}

/** Without words of its own a checkbox has no name for a screen reader. */
function checkbox({ label, accessibilityLabel }: RiskTreeNode, isChecked: boolean): TreeItem['checkboxState'] {
  return {
    state: isChecked ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
    tooltip: isChecked ? text('Leave {0} out', label) : text('Answer {0} together with others', label),
    accessibilityInformation: { label: text('Answer together with others: {0}', accessibilityLabel) },
  };
}

function contextOf({ finding, context, answered, answerable }: RiskTreeNode): string {
  const words = [
    finding === '' ? '' : 'finding',
    context,
    answered ? 'has-answer' : '',
    answerable ? 'answerable' : '',
  ];
  return words.filter((word) => word !== '').join(' ');
}

function stateOf({ children, finding, context }: RiskTreeNode, groupBy: TreeGrouping): TreeItemCollapsibleState {
  if (children === 0) return TreeItemCollapsibleState.None;
  const expanded = groupBy === 'risk' && finding === '' && context === 'group' && children <= SHOWN_AT_ONCE;
  return expanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}
