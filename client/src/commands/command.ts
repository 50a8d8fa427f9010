import type { ExtensionContext, LogOutputChannel } from 'vscode';
import type { ServerControl } from '../language-client';
import type { Overviews } from '../overview/overviews';
import type { RiskView } from '../views/risk-view';

export interface CommandContext {
  readonly context: ExtensionContext;
  readonly server: ServerControl;
  readonly view: RiskView;
  readonly overviews: Overviews;
  readonly log: LogOutputChannel;
}

export interface Command {
  readonly id: string;
  run(context: CommandContext, ...args: unknown[]): unknown;
}
