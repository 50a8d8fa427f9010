import { EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import { RISK_TREE, type RiskTreeNode, type RiskTreeParams, type TreeGrouping } from '../../../server/src/protocol';
import type { ServerControl } from '../language-client';
import { riskItem } from './risk-item';

/** The ranked threats, asked from the server level by level. */
export class RiskTree implements TreeDataProvider<RiskTreeNode> {
  readonly #changes = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changes.event;
  groupBy: TreeGrouping = 'risk';
  filter = '';

  constructor(
    private readonly server: ServerControl,
    private readonly onTop: (nodes: readonly RiskTreeNode[]) => void,
  ) {}

  refresh(): void {
    this.#changes.fire(undefined);
  }

  getTreeItem(node: RiskTreeNode): TreeItem {
    return riskItem(node, this.groupBy);
  }

  async getChildren(parent?: RiskTreeNode): Promise<RiskTreeNode[]> {
    const params: RiskTreeParams = {
      groupBy: this.groupBy,
      filter: this.filter,
      ...(parent && { parent: parent.id }),
    };
    const nodes = (await this.server.request<RiskTreeNode[]>(RISK_TREE, params)) ?? [];
    if (!parent) this.onTop(nodes);
    return nodes;
  }
}
