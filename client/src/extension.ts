import { type ExtensionContext, workspace } from 'vscode';
import { registerFileDecorations } from './around/file-decorations';
import { registerGutterMarks } from './around/gutter-marks';
import { registerBareApis } from './bare-apis';
import { registerCommands } from './commands';
import { registerEmptyModel } from './empty-model';
import { ServerControl } from './language-client';
import { registerLanguageSwitch } from './language-switch';
import { createLog } from './log';
import { Overviews } from './overview/overviews';
import type { Platform } from './platform';
import { registerServerStart } from './server-start';
import { registerStatus } from './status';
import { explanations } from './views/explanations';
import { followCursor } from './views/follow-cursor';
import { followEdits } from './views/follow-edits';
import { type RiskView, registerRiskView } from './views/risk-view';
import type { StatusView } from './views/status-view';
import { registerStatusViews } from './views/status-views';

/** What other extensions may wait for. */
export interface StridewiseApi {
  /** Resolves when the workspace has been searched for the first time and its findings, if any, are known. */
  readonly ready: Promise<void>;
  /** The Threats view as it is shown. */
  readonly threats: Pick<
    RiskView,
    | 'rows'
    | 'badge'
    | 'description'
    | 'empty'
    | 'filter'
    | 'details'
    | 'selection'
    | 'check'
    | 'checked'
    | 'drops'
    | 'onDidChangeTree'
    | 'onDidDescribe'
  >;
  /** The Goals, PASTA and APIs views as they are shown. */
  readonly goals: Pick<StatusView, 'rows' | 'description' | 'onDidChangeTree'>;
  readonly process: Pick<StatusView, 'rows' | 'description' | 'onDidChangeTree'>;
  readonly inventory: Pick<StatusView, 'rows' | 'description' | 'onDidChangeTree'>;
  /** Milliseconds that setting up took, and the start of the server (null where it has not started). */
  timings(): { readonly activation: number; readonly serverStart: number | null };
}

/** Sets everything up. */
export function activateExtension(context: ExtensionContext, platform: Platform): StridewiseApi {
  const begin = performance.now();
  const log = createLog();
  const server = new ServerControl(log, platform.createClient);
  const view = registerRiskView(server);
  const { goals, process, inventory } = registerStatusViews(server);
  const overviews = new Overviews({ context, server, log });
  context.subscriptions.push(
    log,
    server,
    view,
    goals,
    process,
    inventory,
    overviews,
    followCursor(server, view),
    followEdits(view),
    registerStatus(server),
    registerFileDecorations(server),
    registerGutterMarks(server, context),
    registerBareApis(server),
    workspace.registerTextDocumentContentProvider(explanations.scheme, explanations),
    registerLanguageSwitch(log),
    registerEmptyModel(server),
    registerServerStart(server, log, platform.searchFolder),
    ...registerCommands({ context, server, view, overviews, log }),
  );
  const activation = performance.now() - begin;
  log.info(`Activated in ${Math.round(activation)} ms`);
  return {
    ready: server.settled(),
    threats: view,
    goals,
    process,
    inventory,
    timings: () => ({ activation, serverStart: server.startMilliseconds }),
  };
}
