import type { Context } from './context';

/** Sends diagnostics to a client that cannot ask for them: of each file whose report changed. */
export class Push {
  readonly #sent = new Map<string, string>();

  constructor(private readonly context: Context) {}

  /** Sends what changed of one file. */
  async file(uri: string): Promise<void> {
    const { connection, reports, session } = this.context;
    const { id, items } = reports.of(uri);
    const before = this.#sent.get(uri);
    if (before === id || (before === undefined && items.length === 0)) return;
    if (items.length === 0) this.#sent.delete(uri);
    else this.#sent.set(uri, id);
    const version = session.open.get(uri)?.version;
    await connection.sendDiagnostics({
      uri: session.clientUri(uri),
      diagnostics: [...items],
      ...(version !== undefined && { version }),
    });
  }

  /** Sends what changed anywhere, open files first. */
  async all(): Promise<void> {
    const { background, reports, session } = this.context;
    for (const uri of session.open.keys()) await this.file(uri);
    for (const uri of new Set([...this.#sent.keys(), ...reports.uris()])) {
      await background.pause();
      await this.file(uri);
    }
  }
}
