import type { FindingParams, RiskTreeNode } from '../../../server/src/protocol';

type Row = Pick<RiskTreeNode, 'finding' | 'operation'>;

/** What is checked, to be answered together. It outlives another grouping: a threat is checked wherever it is shown. */
export class CheckedThreats {
  readonly #whole = new Set<string>();
  /** Operations that are checked alone, by finding. */
  readonly #alone = new Map<string, Set<string>>();

  /** Threats, and operations of shared ones. */
  get size(): number {
    return [...this.#alone.values()].reduce((sum, { size }) => sum + size, this.#whole.size);
  }

  has({ finding, operation }: Row): boolean {
    if (this.#whole.has(finding)) return true;
    return operation !== '' && (this.#alone.get(finding)?.has(operation) ?? false);
  }

  add({ finding, operation }: Row): void {
    if (this.#whole.has(finding)) return;
    if (operation === '') {
      this.#whole.add(finding);
      this.#alone.delete(finding);
      return;
    }
    const alone = this.#alone.get(finding) ?? new Set();
    this.#alone.set(finding, alone.add(operation));
  }

  /** `operations`: those that stay checked where one of a wholly checked threat goes. */
  remove({ finding, operation }: Row, operations: readonly string[] = []): void {
    const alone = this.#alone.get(finding);
    const wasWhole = this.#whole.delete(finding);
    if (operation === '') this.#alone.delete(finding);
    else if (wasWhole) for (const other of operations) if (other !== operation) this.add({ finding, operation: other });
    alone?.delete(operation);
    if (alone?.size === 0) this.#alone.delete(finding);
  }

  clear(): void {
    this.#whole.clear();
    this.#alone.clear();
  }

  subjects(): FindingParams[] {
    const alone = [...this.#alone].flatMap(([finding, operations]) =>
      [...operations].map((operation) => ({ finding, operation, alone: true })),
    );
    return [...[...this.#whole].map((finding) => ({ finding })), ...alone];
  }
}
