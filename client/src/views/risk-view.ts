import { commands, Disposable, type TreeItem, type TreeView, window, workspace } from 'vscode';
import type { RiskTreeNode, TreeGrouping } from '../../../server/src/protocol';
import type { ServerControl } from '../language-client';
import { text } from '../texts';
import { type EmptyState, emptyState } from './empty-state';
import { RiskTree } from './risk-tree';

const GROUPINGS: readonly TreeGrouping[] = ['risk', 'stride', 'operation', 'status'];

/** The view of ranked threats, its badge and its empty states. */
export class RiskView extends Disposable {
  readonly #tree: RiskTree;
  readonly #view: TreeView<RiskTreeNode>;
  #shown = 0;

  constructor(private readonly server: ServerControl) {
    super(() => this.#view.dispose());
    this.#tree = new RiskTree(server, (nodes) => this.#topShown(nodes.length));
    this.#tree.groupBy = configuredGrouping();
    this.#view = window.createTreeView('stridewise.threats', { treeDataProvider: this.#tree, showCollapseAll: true });
    this.update();
  }

  get selection(): RiskTreeNode | undefined {
    return this.#view.selection[0];
  }

  get filter(): string {
    return this.#tree.filter;
  }

  /** The rows below a group, or the groups, as the tree has them. */
  async rows(parent?: RiskTreeNode): Promise<{ readonly node: RiskTreeNode; readonly item: TreeItem }[]> {
    const nodes = await this.#tree.getChildren(parent);
    return nodes.map((node) => ({ node, item: this.#tree.getTreeItem(node) }));
  }

  /** Number on the view's icon. */
  get badge(): number {
    return this.#view.badge?.value ?? 0;
  }

  get empty(): EmptyState {
    return emptyState(this.server, this.filter, this.#shown);
  }

  groupBy(grouping: TreeGrouping): void {
    this.#tree.groupBy = grouping;
    this.update();
  }

  filterBy(filter: string): void {
    this.#tree.filter = filter;
    this.update();
  }

  /** Shows what the server knows now. */
  update(): void {
    const { summary } = this.server;
    const urgent = summary.high + summary.critical;
    this.#view.badge =
      urgent === 0 ? undefined : { value: urgent, tooltip: text('{0} open high and critical threats', urgent) };
    this.#view.description = this.#tree.filter === '' ? undefined : text('contains "{0}"', this.#tree.filter);
    void commands.executeCommand('setContext', 'stridewise.filtered', this.#tree.filter !== '');
    void commands.executeCommand('setContext', 'stridewise.grouping', this.#tree.groupBy);
    this.#setEmptyState();
    this.#tree.refresh();
  }

  #topShown(count: number): void {
    this.#shown = count;
    this.#setEmptyState();
  }

  #setEmptyState(): void {
    void commands.executeCommand('setContext', 'stridewise.empty', this.empty);
  }
}

export function registerRiskView(server: ServerControl): RiskView & Disposable {
  const view = new RiskView(server);
  server.onDidChange(() => view.update());
  return view;
}

function configuredGrouping(): TreeGrouping {
  const value = workspace.getConfiguration('stridewise').get<string>('tree.groupBy');
  return GROUPINGS.find((grouping) => grouping === value) ?? 'risk';
}
