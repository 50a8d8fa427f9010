import type { CancellationToken } from 'vscode-languageserver';
import { nodeAt, riskTree, type TreeChanges, type TreeNode, type TreeRow, treeChanges, trendCounts } from '../../core';
import {
  RISK_TREE,
  type RiskTreeNode,
  type RiskTreeParams,
  TREE_CHANGES,
  TREE_DETAILS,
  TREE_NODE_AT,
  TREE_TREND,
  type TreeDetails,
  type TreeDetailsParams,
  type TreeNodeAtParams,
  type TreeTrend,
  type TreeView,
  type WireTreeChanges,
} from '../../protocol';
import type { Context, Registration } from '../context';
import { canonical } from '../uris';
import { given } from './request';

/** The ranked threats for the side bar; a group's items are sent when it is opened, and then what changes of them. */
export const registerRiskTree: Registration = (context) => {
  const { connection } = context;
  const trees = new Trees(context);
  connection.onRequest(RISK_TREE, (params: RiskTreeParams, token: CancellationToken) =>
    given(context, token, () => trees.nodes(params)),
  );
  connection.onRequest<WireTreeChanges | null, never>(TREE_CHANGES, (_params: object, token: CancellationToken) =>
    given(context, token, () => trees.changes()),
  );
  connection.onRequest<TreeTrend | null, never>(TREE_TREND, (_params: object, token: CancellationToken) =>
    given(context, token, () => trendCounts(context.session.analysis(), context.session.hidden)),
  );
  connection.onRequest<TreeDetails | null, never>(TREE_DETAILS, (params: TreeDetailsParams, token: CancellationToken) =>
    given(context, token, () => trees.details(params)),
  );
  connection.onRequest(TREE_NODE_AT, (params: TreeNodeAtParams, token: CancellationToken) =>
    given(context, token, () => trees.at(params)),
  );
};

interface Shown extends TreeView {
  readonly top: readonly TreeNode[];
}

class Trees {
  /** What the client shows, as it was told last. */
  #followed: Shown | null = null;

  constructor(private readonly context: Context) {}

  nodes({ groupBy, filter, parent, follow = false }: RiskTreeParams): RiskTreeNode[] {
    const followed =
      follow && parent !== undefined && isOf(this.#followed, { groupBy, filter }) ? this.#followed : null;
    const shown = followed ?? { groupBy, filter, top: this.#tree({ groupBy, filter }) };
    if (follow) this.#followed = shown;
    const nodes = parent === undefined ? shown.top : (find(shown.top, parent)?.rows ?? []);
    return nodes.map(toWire);
  }

  changes(): WireTreeChanges | null {
    const before = this.#followed;
    if (before === null) return null;
    const top = this.#tree(before);
    this.#followed = { ...before, top };
    return changesToWire(treeChanges(before.top, top));
  }

  details({ id, ...view }: TreeDetailsParams): TreeDetails | null {
    const { session } = this.context;
    const node = find(this.#tree(view), id);
    if (node === undefined) return null;
    const answers = node.answers.map(({ uri, range }) => ({ uri: session.clientUri(uri), range }));
    const { location, tooltip } = node;
    return { tooltip, answers, location: location && { ...location, uri: session.clientUri(location.uri) } };
  }

  at({ at: { uri, position }, ...view }: TreeNodeAtParams): readonly string[] {
    const { session } = this.context;
    const shown = isOf(this.#followed, view) ? this.#followed.top : this.#tree(view);
    return nodeAt(session.workspace, session.analysis(), shown, canonical(uri), position);
  }

  #tree({ groupBy, filter }: TreeView): readonly TreeNode[] {
    const { session } = this.context;
    return riskTree(session.analysis(), { groupBy, filter, hidden: session.hidden });
  }
}

function isOf(shown: Shown | null, { groupBy, filter }: TreeView): shown is Shown {
  return shown !== null && shown.groupBy === groupBy && shown.filter === filter;
}

function find(nodes: readonly TreeNode[], id: string): TreeNode | undefined {
  for (const node of nodes) {
    if (node.id === id) return node;
    const found = id.startsWith(`${node.id}/`) ? find(node.children, id) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** What a row shows and no more: a node has its children with it, which are sent when they are asked for. */
function toWire(row: TreeRow): RiskTreeNode {
  const { id, label, description, icon, color, accessibilityLabel, size, context, answerable, answered } = row;
  const [finding, operation] = [row.finding ?? '', row.operation ?? ''];
  const shown = { id, label, description, icon, color, accessibilityLabel, children: size };
  return { ...shown, finding, operation, context, answerable, answered };
}

function changesToWire({ changed, moved }: TreeChanges): WireTreeChanges {
  return {
    changed: changed.map(toWire),
    moved: moved.map(({ parent, gone, come }) => ({
      parent,
      gone,
      come: come.map(({ index, row }) => ({ index, node: toWire(row) })),
    })),
  };
}
