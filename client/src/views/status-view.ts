import { commands, Disposable, type Event, type TreeItem, type TreeView, window } from 'vscode';
import type { Changed, StatusRow } from '../../../server/src/protocol';
import type { ServerControl } from '../language-client';
import { StatusTree } from './status-tree';

/** What a view shows, and the words behind its title. */
export interface StatusList {
  readonly description: string;
  readonly rows: readonly StatusRow[];
}

export interface StatusViewOptions {
  /** The view's id. */
  readonly id: string;
  /** The context key that says whether there is anything to show, and what tells. */
  readonly key: string;
  readonly isThere: (summary: Changed) => boolean;
  readonly fetch: (server: ServerControl) => Promise<StatusList>;
  /** What a sign means, for those who do not see it. */
  readonly spoken: Readonly<Record<StatusRow['tone'], string>>;
}

/** A view of lines that say how things stand. The server is asked only while somebody sees it. */
export class StatusView extends Disposable {
  readonly #tree: StatusTree;
  readonly #view: TreeView<StatusRow>;

  constructor(
    private readonly server: ServerControl,
    private readonly options: StatusViewOptions,
  ) {
    super(() => this.#view.dispose());
    this.#tree = new StatusTree(() => this.#rows(), options.spoken);
    this.#view = window.createTreeView(options.id, { treeDataProvider: this.#tree, showCollapseAll: true });
    this.update();
  }

  /** The rows below one, or the first, as the view has them. */
  async rows(parent?: StatusRow): Promise<{ readonly node: StatusRow; readonly item: TreeItem }[]> {
    const nodes = await this.#tree.getChildren(parent);
    return nodes.map((node) => ({ node, item: this.#tree.getTreeItem(node) }));
  }

  /** What it shows may have changed. */
  get onDidChangeTree(): Event<undefined> {
    return this.#tree.onDidChangeTreeData;
  }

  /** The words behind its title. */
  get description(): string {
    return this.#view.description ?? '';
  }

  /** Shows what the server knows now; a view that nobody sees asks when it is opened. */
  update(): void {
    const { key, isThere } = this.options;
    void commands.executeCommand('setContext', key, isThere(this.server.summary));
    this.#tree.refresh();
  }

  async #rows(): Promise<readonly StatusRow[]> {
    const { description, rows } = await this.options.fetch(this.server);
    this.#view.description = description === '' ? undefined : description;
    return rows;
  }
}
