/** What was named or found and could not be looked at, each file once. */
export class NotChecked {
  readonly #reasons = new Map<string, string>();

  add(path: string, reason: string): void {
    if (!this.#reasons.has(path)) this.#reasons.set(path, reason);
  }

  /** Absolute paths and reasons, in the order of discovery. */
  *[Symbol.iterator](): Iterator<{ readonly path: string; readonly reason: string }> {
    for (const [path, reason] of this.#reasons) yield { path, reason };
  }
}
