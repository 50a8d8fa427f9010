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
    const { hidden } = session;
    const open = session.open.has(uri);
    const last = this.#kept.get(uri);
    const isKnown = session.workspace.get(uri) !== undefined;
    if (!isKnown && (last?.items.length ?? 0) === 0) return last ?? NOTHING;
    const analysis = session.analysis();
    if (last && last.analysis === analysis && last.open === open && last.hidden === hidden) return last;
    const items = isKnown ? this.#items(uri, analysis, open) : [];
    const json = JSON.stringify(items);
    const same = last?.json === json;
    const report = {
      id: same ? last.id : this.#newId(),
      items: same ? last.items : items,
      analysis,
      open,
      hidden,
      json,
    };
    this.#kept.set(uri, report);
    return report;
  }

  #items(uri: string, analysis: Analysis, open: boolean): Diagnostic[] {
    const { session } = this;
    return diagnosticsFor(session.workspace, analysis, uri, { open, hidden: session.hidden }).map((diagnostic) =>
      diagnosticToProtocol(diagnostic, this.abilities, (target) => session.clientUri(target)),
    );
  }

  /** No id comes again, also where there is nothing to tell again: who has this one has missed nothing since. */
  #newId(): string {
    this.#count += 1;
    return `${this.instance}-${this.#count}`;
  }

  /** Every file that may have diagnostics, and those that had. */
  uris(): Set<string> {
    return new Set([...this.session.workspace.documents.keys(), ...this.#kept.keys()]);
  }
}
