import type { CancellationToken } from 'vscode-languageserver';
import { inert, riskTree, type TreeNode } from '../../core';
import { RISK_TREE, type RiskTreeNode, type RiskTreeParams } from '../../protocol';
import type { Context, Registration } from '../context';
import { given } from './request';

/** The ranked threats for the side bar; a group's items are sent when it is opened. */
export const registerRiskTree: Registration = (context) => {
  const { connection, session } = context;
  connection.onRequest(RISK_TREE, ({ groupBy, filter, parent }: RiskTreeParams, token: CancellationToken) =>
    given(context, token, () => {
      const top = riskTree(session.analysis(), { groupBy, filter, hidden: session.hidden });
      const nodes = parent === undefined ? top : (find(top, parent)?.children ?? []);
      return nodes.map((node) => toWire(node, context));
    }),
  );
};

function find(nodes: readonly TreeNode[], id: string): TreeNode | undefined {
  for (const node of nodes) {
    if (node.id === id) return node;
    const found = id.startsWith(`${node.id}/`) ? find(node.children, id) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** A node's children are made when they are asked for: copying it whole would make them all. */
function toWire(node: TreeNode, { session }: Context): RiskTreeNode {
  const { location, finding, operation } = node;
  return {
    id: node.id,
    label: inert(node.label),
    description: inert(node.description),
    tooltip: node.tooltip,
    icon: node.icon,
    color: node.color,
    accessibilityLabel: inert(node.accessibilityLabel),
    context: node.context,
    children: node.size,
    location: location && { uri: session.clientUri(location.uri), range: location.range },
    finding: finding ?? '',
    operation: operation ?? '',
  };
}
