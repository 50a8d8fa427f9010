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
  /** Every file of the workspace has been looked at. */
  searched: boolean;
}

/** One feature's wiring. */
export type Registration = (context: Context) => void;
