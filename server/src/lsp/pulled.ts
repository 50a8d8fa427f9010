import type { Context } from './context';

/** What each open document's last answer was, to know when a client should ask again. */
export class Pulled {
  readonly #ids = new Map<string, string>();

  constructor(private readonly context: Context) {}

  answered(uri: string, id: string): void {
    this.#ids.set(uri, id);
  }

  /** Whether the client has asked for the document by itself and got this answer: one that shows no tab of it never asks. */
  has(uri: string, id: string): boolean {
    return this.#ids.get(uri) === id;
  }

  /** An edit of one file may change the diagnostics of another that is open: only then is the client asked to pull. */
  async refreshIfStale(): Promise<void> {
    const { abilities, connection, reports, session } = this.context;
    if (!abilities.refresh) return;
    let stale = false;
    for (const [uri, id] of this.#ids) {
      if (!session.open.has(uri)) this.#ids.delete(uri);
      else if (reports.of(uri).id !== id) stale = true;
    }
    // Nobody waits for the answer: a client that refuses still asks with its next edit.
    if (stale) connection.languages.diagnostics.refresh().catch(() => undefined);
  }
}
