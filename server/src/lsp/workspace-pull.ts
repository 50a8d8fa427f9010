import type { WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver';
import type { Context } from './context';
import { canonical } from './uris';

const CHUNK = 50;
const OPEN = 'open';

/** A held workspace request: what its client already has, and how to send more. */
interface Held {
  /** It has had its first answer. */
  begun: boolean;
  readonly known: Map<string, string>;
  send(items: WorkspaceDocumentDiagnosticReport[]): void;
}

/** Workspace pull: requests stay open and get what changes, since a client asks again at once when it is answered. */
export class WorkspacePull {
  readonly #held = new Set<Held>();

  constructor(private readonly context: Context) {}

  hold(previous: readonly { uri: string; value: string }[], send: Held['send']): Held {
    const held: Held = {
      begun: false,
      known: new Map(previous.map(({ uri, value }) => [canonical(uri), value])),
      send,
    };
    this.#held.add(held);
    return held;
  }

  release(held: Held): void {
    this.#held.delete(held);
  }

  /** Sends what is new to everybody who has had a first answer. */
  async update(): Promise<void> {
    for (const held of this.#held) if (held.begun) await this.send(held);
  }

  /** Sends what is new to one who waits; at first also what has stayed the same. */
  async send(held: Held): Promise<void> {
    const { background, reports, session } = this.context;
    let items: WorkspaceDocumentDiagnosticReport[] = [];
    for (const uri of new Set([...held.known.keys(), ...reports.uris()])) {
      await background.pause();
      // The client asks for open documents one by one and prefers those answers; after it has closed one it has neither.
      const item = session.open.has(uri) ? void held.known.set(uri, OPEN) : this.#report(held, uri);
      if (item) items.push(item);
      if (items.length < CHUNK) continue;
      held.send(items);
      items = [];
    }
    if (items.length > 0) held.send(items);
    held.begun = true;
  }

  #report(held: Held, uri: string): WorkspaceDocumentDiagnosticReport | null {
    const { id, items } = this.context.reports.of(uri);
    const before = held.known.get(uri);
    held.known.set(uri, id);
    const target = { uri: this.context.session.clientUri(uri), version: null };
    if (before === id) return held.begun ? null : { ...target, kind: 'unchanged', resultId: id };
    if (before === undefined && items.length === 0) return null;
    return { ...target, kind: 'full', resultId: id, items: [...items] };
  }
}
