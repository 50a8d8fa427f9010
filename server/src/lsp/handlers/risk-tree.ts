import type { CancellationToken } from 'vscode-languageserver';
import { riskTree, type TreeNode } from '../../core';
import { RISK_TREE, type RiskTreeNode, type RiskTreeParams } from '../../protocol';
import type { Context, Registration } from '../context';
import { given } from './request';

/** The ranked threats for the side bar; a group's items are sent when it is opened. */
export const registerRiskTree: Registration = (context) => {
  const { connection, session } = context;
  connection.onRequest(RISK_TREE, ({ groupBy, filter, parent }: RiskTreeParams, token: CancellationToken) =>
    given(context, token, () => {
      const top = riskTree(session.analysis(), { groupBy, filter });
      const nodes = parent === undefined ? top : (find(top, parent)?.children ?? []);
      return nodes.map((node) => toWire(node, context));
    }),
  );
};

function find(nodes: readonly TreeNode[], id: string): TreeNode | undefined {
  for (const node of nodes) {
    const found = node.id === id ? node : find(node.children, id);
    if (found) return found;
  }
  return undefined;
}

function toWire(node: TreeNode, { session }: Context): RiskTreeNode {
  const { children, location, finding, ...rest } = node;
  return {
    ...rest,
    children: children.length,
    location: location && { uri: session.clientUri(location.uri), range: location.range },
    finding: finding ?? '',
  };
}
