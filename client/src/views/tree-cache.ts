import type { RiskTreeNode, WireMovedChildren, WireTreeChanges } from '../../../server/src/protocol';

/**
 * The nodes that the view has been given. A node stays the same object while its id lasts, since that is what VS Code knows it
 * by: what it shows is replaced in it.
 */
export class TreeCache {
  readonly #nodes = new Map<string, RiskTreeNode>();
  readonly #parents = new Map<string, RiskTreeNode | undefined>();
  /** By the parent's id; the top's is empty. */
  readonly #children = new Map<string, readonly RiskTreeNode[]>();

  clear(): void {
    this.#nodes.clear();
    this.#parents.clear();
    this.#children.clear();
  }

  get(id: string): RiskTreeNode | undefined {
    return this.#nodes.get(id);
  }

  parentOf({ id }: RiskTreeNode): RiskTreeNode | undefined {
    return this.#parents.get(id);
  }

  childrenOf(parent: RiskTreeNode | undefined): readonly RiskTreeNode[] | undefined {
    return this.#children.get(parent?.id ?? '');
  }

  /** All nodes that stand for a finding, in whatever group. */
  ofFinding(finding: string): RiskTreeNode[] {
    return [...this.#nodes.values()].filter((node) => node.finding === finding);
  }

  put(parent: RiskTreeNode | undefined, nodes: readonly RiskTreeNode[]): readonly RiskTreeNode[] {
    const own = nodes.map((node) => this.#adopt(parent, node));
    this.#children.set(parent?.id ?? '', own);
    return own;
  }

  /** Takes changes in; gives the nodes to be drawn anew, `undefined` for all. Of what was never asked for there is nothing to draw. */
  apply({ changed, moved }: WireTreeChanges): readonly RiskTreeNode[] | undefined {
    const drawn = new Set<RiskTreeNode>();
    let isTop = false;
    for (const node of changed) {
      const known = this.#nodes.get(node.id);
      if (known === undefined) continue;
      // The operations of a shared cause may be others: they are asked for again.
      if (node.finding !== '') this.#children.delete(node.id);
      drawn.add(Object.assign(known, node));
    }
    for (const change of moved) {
      if (!this.#move(change)) continue;
      const parent = this.#nodes.get(change.parent);
      if (parent !== undefined) drawn.add(parent);
      else isTop = true;
    }
    return isTop ? undefined : [...drawn];
  }

  #move({ parent: id, gone, come }: WireMovedChildren): boolean {
    const before = this.#children.get(id);
    if (before === undefined) return false;
    const out = new Set(gone);
    const after = before.filter((node) => !out.has(node.id));
    const parent = this.#nodes.get(id);
    for (const { index, node } of come) {
      if (node.finding !== '') this.#children.delete(node.id);
      after.splice(index, 0, this.#adopt(parent, node));
    }
    this.#children.set(id, after);
    const stays = new Set(after.map((node) => node.id));
    for (const one of out) if (!stays.has(one)) this.#forget(one);
    return true;
  }

  #forget(id: string): void {
    for (const { id: below } of this.#children.get(id) ?? []) this.#forget(below);
    this.#children.delete(id);
    this.#nodes.delete(id);
    this.#parents.delete(id);
  }

  #adopt(parent: RiskTreeNode | undefined, node: RiskTreeNode): RiskTreeNode {
    const known = this.#nodes.get(node.id);
    const own = known === undefined ? node : Object.assign(known, node);
    this.#nodes.set(node.id, own);
    this.#parents.set(node.id, parent);
    return own;
  }
}
