import type { WireLocation, WirePlace } from './messages';

export type TreeGrouping = 'risk' | 'stride' | 'operation' | 'status';

/** What a tree shows. */
export interface TreeView {
  readonly groupBy: TreeGrouping;
  /** Only what contains this text; empty for all. */
  readonly filter: string;
}

/** client -> server: nodes of the risk tree, `RiskTreeParams` -> `RiskTreeNode[]`. */
export const RISK_TREE = 'stridewise/riskTree';

export interface RiskTreeParams extends TreeView {
  /** The node whose children are asked for; absent for the top. */
  readonly parent?: string;
  /** The client shows the answer and keeps it: later answers are of the same tree, until it asks for the changes or for another top. */
  readonly follow?: boolean;
}

export interface RiskTreeNode {
  /** Stable while the finding lasts. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** A codicon's id. */
  readonly icon: string;
  /** A theme colour's id, or empty. */
  readonly color: string;
  readonly accessibilityLabel: string;
  readonly children: number;
  /** The key of the finding, or empty for a group or a mitigation. */
  readonly finding: string;
  /** The name of the operation that it speaks of alone, where the finding touches others too; else empty. */
  readonly operation: string;
  /** For the `when` clauses of menus. */
  readonly context: string;
  /** It can be answered together with others. */
  readonly answerable: boolean;
  /** There are entries that answer it, or would if they lacked nothing. */
  readonly answered: boolean;
}

/** client -> server: what has become of the tree that the client follows, `{}` -> `WireTreeChanges | null`; null where it follows none. */
export const TREE_CHANGES = 'stridewise/treeChanges';

export interface WireTreeChanges {
  /** Nodes that stay where they are and show something else. */
  readonly changed: readonly RiskTreeNode[];
  /** Parents whose children are others, or in another order. */
  readonly moved: readonly WireMovedChildren[];
}

export interface WireMovedChildren {
  /** The parent's id; empty for the top. */
  readonly parent: string;
  /** Ids of those to be taken out first. */
  readonly gone: readonly string[];
  /** What then comes in, each at its index of the new order, in ascending order. */
  readonly come: readonly { readonly index: number; readonly node: RiskTreeNode }[];
}

/** client -> server: how the findings stand against the last review, `{}` -> `TreeTrend | null`; null where no lock says what was open. */
export const TREE_TREND = 'stridewise/treeTrend';

export interface TreeTrend {
  /** The day of the review; empty where there were several. */
  readonly since: string;
  /** How many findings are new, weigh more, weigh less and are gone. */
  readonly came: number;
  readonly higher: number;
  readonly lower: number;
  readonly gone: number;
}

/** client -> server: more of a node of the tree, where it lies now, `TreeDetailsParams` -> `TreeDetails | null`. */
export const TREE_DETAILS = 'stridewise/treeDetails';

export interface TreeDetailsParams extends TreeView {
  readonly id: string;
}

export interface TreeDetails {
  /** Markdown in which text from files is escaped. */
  readonly tooltip: string;
  readonly location: WireLocation | null;
  /** The entries that answer it. */
  readonly answers: readonly WireLocation[];
}

/** client -> server: ids of the nodes that lead to what a place is about, from the top, `TreeNodeAtParams` -> `string[]`. */
export const TREE_NODE_AT = 'stridewise/treeNodeAt';

export interface TreeNodeAtParams extends TreeView {
  readonly at: WirePlace;
}
