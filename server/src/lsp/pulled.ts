import type { Context } from './context';

interface Answer {
  readonly id: string;
  /** The id of the last report before, which the client surely has; null where it may have none. */
  readonly before: string | null;
  readonly version: number | undefined;
  /** The client shows the document: it asked because of the document's own text. */
  readonly sure: boolean;
}

/** What each open document's last answer was, to know when a client should ask again. */
export class Pulled {
  readonly #answers = new Map<string, Answer>();
  readonly #doubtful = new Set<string>();

  constructor(
    private readonly context: Context,
    private readonly onDoubt: () => void,
  ) {}

  /**
   * Notes an answer. A client whose tab of the document was closed asks a last time and throws the answer away; so what comes
   * out differently for a text that has not changed may not have arrived.
   */
  answered(uri: string, id: string): void {
    const version = this.context.session.open.get(uri)?.version;
    const last = this.#answers.get(uri);
    const sure = last?.version !== version || (last?.sure === true && last.id === id);
    this.#answers.set(uri, { id, before: last?.sure ? last.id : null, version, sure });
    if (sure || last?.id === id) return;
    this.#doubtful.add(uri);
    this.onDoubt();
  }

  /** The client says that it threw the last answer away; what it had before it still has. */
  lost(uri: string): void {
    const last = this.#answers.get(uri);
    if (last !== undefined && last.before === last.id) return;
    this.#answers.delete(uri);
    this.#doubtful.add(uri);
    this.onDoubt();
  }

  /** Whether the client surely has this report of the document, from having asked for it. */
  has(uri: string, id: string): boolean {
    const answer = this.#answers.get(uri);
    return answer?.sure === true && answer.id === id;
  }

  /** Documents whose last answer may have been thrown away, each told once. */
  takeDoubtful(): readonly string[] {
    const uris = [...this.#doubtful];
    this.#doubtful.clear();
    return uris;
  }

  /** An edit of one file may change the diagnostics of another that is open: only then is the client asked to pull. */
  async refreshIfStale(): Promise<void> {
    const { abilities, connection, reports, session } = this.context;
    if (!abilities.refresh) return;
    let stale = false;
    for (const [uri, { id }] of this.#answers) {
      if (!session.open.has(uri)) this.#answers.delete(uri);
      else if (reports.of(uri).id !== id) stale = true;
    }
    // Nobody waits for the answer: a client that refuses still asks with its next edit.
    if (stale) connection.languages.diagnostics.refresh().catch(() => undefined);
  }
}
