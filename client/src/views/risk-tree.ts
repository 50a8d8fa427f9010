import { EventEmitter, MarkdownString, type TreeDataProvider, type TreeItem } from 'vscode';
import {
  RISK_TREE,
  type RiskTreeNode,
  type RiskTreeParams,
  TREE_CHANGES,
  TREE_DETAILS,
  type TreeDetails,
  type TreeView,
  type WireTreeChanges,
} from '../../../server/src/protocol';
import type { ServerControl } from '../language-client';
import { CheckedThreats } from './checked-threats';
import { riskItem } from './risk-item';
import { TreeCache } from './tree-cache';

/** The ranked threats, asked from the server level by level and kept; after a change, what has changed is drawn anew and no more. */
export class RiskTree implements TreeDataProvider<RiskTreeNode> {
  readonly #changes = new EventEmitter<RiskTreeNode[] | undefined>();
  readonly onDidChangeTreeData = this.#changes.event;
  readonly #cache = new TreeCache();
  readonly checked = new CheckedThreats();
  /** Counts the trees: what was asked of an earlier one comes too late. */
  #generation = 0;
  #updating: Promise<void> | null = null;
  #isStale = false;
  view: TreeView = { groupBy: 'risk', filter: '' };

  constructor(
    private readonly server: ServerControl,
    private readonly onTop: (nodes: readonly RiskTreeNode[]) => void,
  ) {}

  /** Another tree: everything is asked for again. */
  show(view: TreeView): void {
    this.view = view;
    this.#startAnew();
  }

  /** Asks what has become of the nodes that are shown; what comes while the answer is on its way is asked for together. */
  update(): Promise<void> {
    this.#isStale = true;
    this.#updating ??= this.#follow().finally(() => {
      this.#updating = null;
    });
    return this.#updating;
  }

  async #follow(): Promise<void> {
    while (this.#isStale) {
      this.#isStale = false;
      const generation = this.#generation;
      const changes = this.#cache.childrenOf(undefined)
        ? await this.server.request<WireTreeChanges>(TREE_CHANGES, {})
        : null;
      if (generation !== this.#generation) continue;
      if (changes === null) this.#startAnew();
      else this.#take(changes);
    }
  }

  #take(changes: WireTreeChanges): void {
    const nodes = [...changes.changed, ...changes.moved.flatMap(({ come }) => come.map(({ node }) => node))];
    for (const node of nodes) if (node.finding !== '' && !node.answerable) this.checked.remove(node);
    const drawn = this.#cache.apply(changes);
    if (drawn === undefined) this.onTop(this.#cache.childrenOf(undefined) ?? []);
    if (drawn === undefined || drawn.length > 0) this.#changes.fire(drawn && [...drawn]);
  }

  #startAnew(): void {
    this.#generation++;
    this.#cache.clear();
    this.#changes.fire(undefined);
  }

  /** Draws all nodes of these findings anew: another checkbox of theirs has changed. */
  redraw(findings: ReadonlySet<string>): void {
    const nodes = [...findings].flatMap((finding) => this.#cache.ofFinding(finding));
    if (nodes.length > 0) this.#changes.fire(nodes);
  }

  /** The operations among which a node stands below its shared cause; empty for any other. */
  operationsBeside(node: RiskTreeNode): readonly string[] {
    const parent = this.#cache.parentOf(node);
    if (parent === undefined || parent.finding !== node.finding) return [];
    return (this.#cache.childrenOf(parent) ?? []).map(({ operation }) => operation);
  }

  getTreeItem(node: RiskTreeNode): TreeItem {
    return riskItem(node, this.view.groupBy, this.checked.has(node));
  }

  getParent(node: RiskTreeNode): RiskTreeNode | undefined {
    return this.#cache.parentOf(node);
  }

  async resolveTreeItem(item: TreeItem, node: RiskTreeNode): Promise<TreeItem> {
    const tooltip = (await this.details(node))?.tooltip ?? '';
    // The server escapes what stands in files; nothing in a tooltip may run.
    if (tooltip !== '') item.tooltip = new MarkdownString(tooltip, true);
    return item;
  }

  details({ id }: Pick<RiskTreeNode, 'id'>): Promise<TreeDetails | null> {
    return this.server.request<TreeDetails>(TREE_DETAILS, { ...this.view, id });
  }

  async getChildren(parent?: RiskTreeNode): Promise<RiskTreeNode[]> {
    const known = this.#cache.childrenOf(parent);
    if (known) return [...known];
    const generation = this.#generation;
    const params: RiskTreeParams = { ...this.view, follow: true, ...(parent && { parent: parent.id }) };
    const nodes = await this.server.request<RiskTreeNode[]>(RISK_TREE, params);
    if (generation !== this.#generation) return this.getChildren(parent);
    if (nodes === null) return [];
    const own = this.#cache.put(parent, nodes);
    if (!parent) this.onTop(own);
    return [...own];
  }

  /** The node at the end of a path of ids from the top, with those above it known. */
  async nodeOn(path: readonly string[]): Promise<RiskTreeNode | undefined> {
    let node: RiskTreeNode | undefined;
    for (const id of path) {
      await this.getChildren(node);
      node = this.#cache.get(id);
      if (node === undefined) return undefined;
    }
    return node;
  }
}
