import type { WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver';
import type { Context } from './context';
import type { Pulled } from './pulled';
import { canonical } from './uris';

const CHUNK = 50;
/** Stands for an answer that the client fetched for the open document. */
const PULLED = 'pulled';
/** Stands for one that it may have thrown away. */
const DOUBTFUL = 'doubtful';

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

  constructor(
    private readonly context: Context,
    private readonly pulled: Pulled,
  ) {}

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

  /** Sends what is new, or may have been lost, to everybody who has had a first answer. */
  async update(): Promise<void> {
    for (const uri of this.pulled.takeDoubtful()) for (const { known } of this.#held) known.set(uri, DOUBTFUL);
    for (const held of this.#held) if (held.begun) await this.send(held);
  }

  /** Sends what is new to one who waits; at first also what has stayed the same. */
  async send(held: Held): Promise<void> {
    const { background, reports } = this.context;
    let items: WorkspaceDocumentDiagnosticReport[] = [];
    for (const uri of new Set([...held.known.keys(), ...reports.uris()])) {
      await background.pause();
      const item = this.#report(held, uri);
      if (item) items.push(item);
      if (items.length < CHUNK) continue;
      held.send(items);
      items = [];
    }
    if (items.length > 0) held.send(items);
    held.begun = true;
  }

  #report(held: Held, uri: string): WorkspaceDocumentDiagnosticReport | null {
    const { reports, session } = this.context;
    const { id, items } = reports.of(uri);
    const before = held.known.get(uri);
    held.known.set(uri, id);
    const open = session.open.get(uri);
    // A client prefers what it asked for itself, and keeps neither after a close.
    if (open && this.pulled.has(uri, id)) {
      held.known.set(uri, PULLED);
      return null;
    }
    const target = { uri: session.clientUri(uri), version: open?.version ?? null };
    if (before === id) return held.begun ? null : { ...target, kind: 'unchanged', resultId: id };
    if (before === undefined && items.length === 0) return null;
    return { ...target, kind: 'full', resultId: id, items: [...items] };
  }
}
