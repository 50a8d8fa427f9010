import type { Diagnostic } from 'vscode-languageserver';
import { type Analysis, diagnosticsFor } from '../core';
import type { Abilities } from './abilities';
import type { Session } from './session';
import { diagnosticToProtocol } from './to-protocol';

export interface Report {
  /** Changes with the diagnostics and with nothing else. */
  readonly id: string;
  readonly items: readonly Diagnostic[];
}

interface Kept extends Report {
  readonly analysis: Analysis;
  readonly open: boolean;
  readonly hidden: ReadonlySet<string>;
  readonly json: string;
}

const NOTHING: Report = { id: 'none', items: [] };

/** The diagnostics of each file, with an id that tells whether they are still the same. */
export class DiagnosticReports {
  readonly #kept = new Map<string, Kept>();
  #count = 0;

  /** `instance` sets the ids of this run apart from those that a client remembers of an earlier one. */
  constructor(
    private readonly session: Session,
    private readonly abilities: Abilities,
    private readonly instance: string,
  ) {}

  /** The report of a file, by its canonical uri. */
  of(uri: string): Report {
    const { session } = this;
    if (!session.workspace.get(uri)) {
      this.#kept.delete(uri);
      return NOTHING;
    }
    const analysis = session.analysis();
    const open = session.open.has(uri);
    const { hidden } = session;
    const last = this.#kept.get(uri);
    if (last && last.analysis === analysis && last.open === open && last.hidden === hidden) return last;
    const items = diagnosticsFor(session.workspace, analysis, uri, { open, hidden }).map((diagnostic) =>
      diagnosticToProtocol(diagnostic, this.abilities, (target) => session.clientUri(target)),
    );
    const json = JSON.stringify(items);
    const same = last?.json === json;
    if (!same) this.#count += 1;
    const id = items.length === 0 ? NOTHING.id : same ? last.id : `${this.instance}-${this.#count}`;
    const report = { id, items: same ? last.items : items, analysis, open, hidden, json };
    this.#kept.set(uri, report);
    return report;
  }

  /** Every file that may have diagnostics, and those that had. */
  uris(): Set<string> {
    return new Set([...this.session.workspace.documents.keys(), ...this.#kept.keys()]);
  }
}
