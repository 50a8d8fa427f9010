import type { Connection } from 'vscode-languageserver';
import type { Abilities } from './abilities';
import type { Background } from './background';
import type { DiagnosticReports } from './diagnostic-reports';
import type { Host } from './host';
import type { Session } from './session';
import type { WorkspaceFiles } from './workspace-files';

/** What the handlers share. It exists once `initialize` has been answered. */
export interface Context {
  readonly connection: Connection;
  readonly host: Host;
  readonly abilities: Abilities;
  readonly session: Session;
  readonly background: Background;
  readonly files: WorkspaceFiles;
  readonly reports: DiagnosticReports;
  readonly search: Search;
  /** Called when a change has been taken in and everything that follows from it is known. */
  readonly onSettled: (() => void)[];
}

/** The first look at every file of the workspace. */
export class Search {
  #finish: () => void = () => undefined;
  readonly over = new Promise<void>((resolve) => {
    this.#finish = resolve;
  });
  isOver = false;

  finish(): void {
    this.isOver = true;
    this.#finish();
  }
}

/** One feature's wiring. */
export type Registration = (context: Context) => void;
