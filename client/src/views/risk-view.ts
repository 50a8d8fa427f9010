import {
  commands,
  Disposable,
  EventEmitter,
  type TreeCheckboxChangeEvent,
  type TreeItem,
  TreeItemCheckboxState,
  type TreeView,
  window,
  workspace,
} from 'vscode';
import {
  type FindingParams,
  type RiskTreeNode,
  type TreeView as Shown,
  TREE_TREND,
  type TreeDetails,
  type TreeGrouping,
  type TreeTrend,
  type WireLocation,
} from '../../../server/src/protocol';
import type { ServerControl } from '../language-client';
import { text } from '../texts';
import { DropOnMitigation } from './drop-on-mitigation';
import { type EmptyState, emptyState } from './empty-state';
import { RiskTree } from './risk-tree';
import { trendWords } from './trend-words';

const GROUPINGS: readonly TreeGrouping[] = ['risk', 'stride', 'operation', 'status'];

/** The view of ranked threats, its badge and its empty states. */
export class RiskView extends Disposable {
  readonly #tree: RiskTree;
  readonly #view: TreeView<RiskTreeNode>;
  readonly drops = new DropOnMitigation();
  #shown = 0;
  #trend: TreeTrend | null = null;
  readonly #described = new EventEmitter<void>();
  /** What stands beside the view's name is settled. */
  readonly onDidDescribe = this.#described.event;
  /** The node that was chosen last, and the line that it led to. */
  #chosen: { readonly id: string; readonly location: WireLocation } | null = null;

  constructor(private readonly server: ServerControl) {
    super(() => {
      this.#view.dispose();
      this.#described.dispose();
    });
    this.#tree = new RiskTree(server, (nodes) => this.#topShown(nodes.length));
    this.#tree.view = { groupBy: configuredGrouping(), filter: '' };
    this.#view = window.createTreeView('stridewise.threats', {
      treeDataProvider: this.#tree,
      showCollapseAll: true,
      canSelectMany: true,
      // A threat that several operations share stands in several places: what is checked there is more than VS Code knows.
      manageCheckboxStateManually: true,
      dragAndDropController: this.drops,
    });
    this.#view.onDidChangeCheckboxState((event) => this.#check(event));
    this.#view.onDidChangeVisibility(() => this.updateRows());
    this.#showHead();
  }

  get selection(): readonly RiskTreeNode[] {
    return this.#view.selection;
  }

  get filter(): string {
    return this.#tree.view.filter;
  }

  get isVisible(): boolean {
    return this.#view.visible;
  }

  readonly onDidChangeSelection = (listener: (event: unknown) => void): Disposable =>
    this.#view.onDidChangeSelection(listener);

  /** Called with the nodes that are drawn anew; `undefined` for all. */
  readonly onDidChangeTree = (listener: (drawn: RiskTreeNode[] | undefined) => void): Disposable =>
    this.#tree.onDidChangeTreeData(listener);

  /** The rows below a group, or the groups, as the tree has them. */
  async rows(parent?: RiskTreeNode): Promise<{ readonly node: RiskTreeNode; readonly item: TreeItem }[]> {
    const nodes = await this.#tree.getChildren(parent);
    return nodes.map((node) => ({ node, item: this.#tree.getTreeItem(node) }));
  }

  details(node: Pick<RiskTreeNode, 'id'>): Promise<TreeDetails | null> {
    return this.#tree.details(node);
  }

  /** Number on the view's icon. */
  get badge(): number {
    return this.#view.badge?.value ?? 0;
  }

  /** What stands beside the view's name. */
  get description(): string {
    return this.#view.description ?? '';
  }

  get empty(): EmptyState {
    return emptyState(this.server, this.filter, this.#shown);
  }

  get grouping(): TreeGrouping {
    return this.#tree.view.groupBy;
  }

  /** What the tree shows. */
  get shown(): Shown {
    return this.#tree.view;
  }

  /** Somebody was led from a node to its line. */
  noteChosen({ id }: Pick<RiskTreeNode, 'id'>, location: WireLocation): void {
    this.#chosen = { id, location };
  }

  /** Whether a line is that of the selected node. */
  isChosen(uri: string, line: number): boolean {
    if (this.#chosen === null || this.#chosen.id !== this.selection[0]?.id) return false;
    const { location } = this.#chosen;
    return location.uri === uri && location.range.start.line <= line && line <= location.range.end.line;
  }

  groupBy(groupBy: TreeGrouping): void {
    if (groupBy !== this.grouping) this.#show({ ...this.shown, groupBy });
  }

  filterBy(filter: string): void {
    if (filter !== this.filter) this.#show({ ...this.shown, filter });
  }

  #show(view: Shown): void {
    this.#tree.show(view);
    this.#showHead();
  }

  /** Selects the node at the end of a path of ids; the focus stays where it is. */
  async reveal(path: readonly string[]): Promise<void> {
    // VS Code refuses a node that the tree has replaced meanwhile: the one that stands there now is looked for again.
    for (let attempt = 0; attempt < 3; attempt++) {
      const node = await this.#tree.nodeOn(path);
      if (!node || !this.isVisible || node.id === this.selection[0]?.id) return;
      const isShown = this.#view.reveal(node, { select: true, focus: false }).then(
        () => true,
        () => false,
      );
      if (await isShown) return;
    }
  }

  /** What is checked. */
  checked(): FindingParams[] {
    return this.#tree.checked.subjects();
  }

  /** Checks a threat or takes it out again; of a group all that can be answered. */
  async check(node: RiskTreeNode, isOn: boolean): Promise<void> {
    const nodes = node.finding === '' ? await this.#tree.getChildren(node) : [node];
    this.#check({
      items: nodes
        .filter(({ finding, answerable }) => finding !== '' && answerable)
        .map((one) => [one, isOn ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked]),
    });
  }

  uncheckAll(): void {
    const findings = new Set(this.checked().map(({ finding }) => finding));
    this.#tree.checked.clear();
    this.#tree.redraw(findings);
    this.#describe();
  }

  #check({ items }: TreeCheckboxChangeEvent<RiskTreeNode>): void {
    for (const [node, state] of items) {
      if (state === TreeItemCheckboxState.Checked) this.#tree.checked.add(node);
      else this.#tree.checked.remove(node, this.#tree.operationsBeside(node));
    }
    this.#tree.redraw(new Set(items.map(([{ finding }]) => finding)));
    this.#describe();
  }

  /** Shows what the server knows now. */
  async update(): Promise<void> {
    this.#showHead();
    await Promise.all([this.updateRows(), this.#askTrend()]);
  }

  /** How things stand since the last review: once they have come to rest, as the badge. */
  async #askTrend(): Promise<void> {
    this.#trend = await this.server.request<TreeTrend>(TREE_TREND, {});
    this.#describe();
    this.#described.fire();
  }

  /** The same of the rows alone, which follow every keystroke. */
  updateRows(): Promise<void> {
    return this.#tree.update();
  }

  #showHead(): void {
    const { summary } = this.server;
    const urgent = summary.high + summary.critical;
    this.#view.badge =
      urgent === 0 ? undefined : { value: urgent, tooltip: text('{0} open high and critical threats', urgent) };
    void commands.executeCommand('setContext', 'stridewise.filtered', this.filter !== '');
    void commands.executeCommand('setContext', 'stridewise.grouping', this.grouping);
    this.#describe();
    this.#setEmptyState();
  }

  #describe(): void {
    const { size } = this.#tree.checked;
    const parts = [
      this.filter === '' ? '' : text('contains "{0}"', this.filter),
      size === 0 ? '' : text('{0} checked', size),
      trendWords(this.#trend),
    ];
    this.#view.description = parts.filter((part) => part !== '').join(', ') || undefined;
    void commands.executeCommand('setContext', 'stridewise.checked', size > 0);
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
