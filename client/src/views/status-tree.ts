import { EventEmitter, ThemeColor, ThemeIcon, type TreeDataProvider, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { StatusRow } from '../../../server/src/protocol';
import { text } from '../texts';
import { rowWords } from './row-words';

const ICONS: Readonly<Record<StatusRow['tone'], readonly [icon: string, color: string]>> = {
  good: ['pass', 'testing.iconPassed'],
  waiting: ['circle-large-outline', 'list.warningForeground'],
  bad: ['error', 'list.errorForeground'],
  plain: ['circle-small', ''],
};

/** Lines that say how things stand, fetched whole when somebody looks. */
export class StatusTree implements TreeDataProvider<StatusRow> {
  readonly #changes = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changes.event;

  /** `spoken`: what a tone means, for those who do not see its sign. */
  constructor(
    private readonly fetch: () => Promise<readonly StatusRow[]>,
    private readonly spoken: Readonly<Record<StatusRow['tone'], string>>,
  ) {}

  refresh(): void {
    this.#changes.fire(undefined);
  }

  async getChildren(parent?: StatusRow): Promise<StatusRow[]> {
    return [...(parent?.children ?? (await this.fetch()))];
  }

  getTreeItem({ id, label, description, detail, tone, location, children }: StatusRow): TreeItem {
    const state = children.length === 0 ? TreeItemCollapsibleState.None : TreeItemCollapsibleState.Collapsed;
    const item = new TreeItem(label, state);
    const [icon, color] = ICONS[tone];
    item.id = id;
    const words = rowWords(label, description, [this.spoken[tone]]);
    item.description = words.description;
    item.tooltip = [label, description, detail].filter((part) => part !== '').join('\n');
    item.iconPath = new ThemeIcon(icon, color === '' ? undefined : new ThemeColor(color));
    item.accessibilityInformation = { label: words.name };
    if (location) {
      item.command = { title: text('Show the line'), command: 'stridewise.reveal', arguments: [{ location }] };
    }
    return item;
  }
}
