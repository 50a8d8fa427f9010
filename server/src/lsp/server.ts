import type { Connection, InitializeParams } from 'vscode-languageserver';
import { HIDE, type HideParams } from '../protocol';
import { readAbilities } from './abilities';
import { Background } from './background';
import { type Context, type Registration, Search } from './context';
import { DiagnosticReports } from './diagnostic-reports';
import { discover } from './discovery';
import { registerAnswers } from './handlers/answers';
import { registerCodeAction } from './handlers/code-action';
import { registerCompletion } from './handlers/completion';
import { registerDefinition } from './handlers/definition';
import { registerDocuments } from './handlers/documents';
import { registerEditing } from './handlers/editing';
import { registerExplain } from './handlers/explain';
import { registerFixes } from './handlers/fixes';
import { registerFolders } from './handlers/folders';
import { registerFormatting } from './handlers/formatting';
import { registerHover } from './handlers/hover';
import { registerNewModel } from './handlers/new-model';
import { registerNotChecked } from './handlers/not-checked';
import { registerOverview } from './handlers/overview';
import { registerReferences } from './handlers/references';
import { registerRename } from './handlers/rename';
import { registerReport } from './handlers/report';
import { registerReviews } from './handlers/reviews';
import { registerRiskTree } from './handlers/risk-tree';
import { registerSignatureHelp } from './handlers/signature-help';
import { registerSimulate } from './handlers/simulate';
import { registerStanding } from './handlers/standing';
import { registerStatusTrees } from './handlers/status-trees';
import { registerWatchedFiles } from './handlers/watched-files';
import type { Host } from './host';
import { serverCapabilities } from './server-capabilities';
import { Session } from './session';
import { Settling } from './settling';
import { canonical } from './uris';
import { warmUp } from './warm-up';
import { WorkspaceFiles } from './workspace-files';

/** What is wired before the first message after `initialize`. */
const FEATURES: readonly Registration[] = [
  registerDocuments,
  registerCodeAction,
  registerHover,
  registerDefinition,
  registerCompletion,
  registerSignatureHelp,
  registerReferences,
  registerRename,
  registerRiskTree,
  registerFixes,
  registerAnswers,
  registerNewModel,
  registerReviews,
  registerExplain,
  registerNotChecked,
  registerEditing,
  registerOverview,
  registerReport,
  registerSimulate,
  registerStatusTrees,
  registerStanding,
];

/** What may only be asked of a client that has been initialized. */
const AFTER_INITIALIZED: readonly Registration[] = [registerWatchedFiles, registerFolders, registerFormatting];

/**
 * Serves the language server protocol on a connection until it closes. A client that knows none of our own requests gets
 * everything but the risk tree.
 */
export function startServer(connection: Connection, host: Host): void {
  connection.onInitialize((params) => {
    const { context, settling } = createContext(connection, host, params);
    for (const register of FEATURES) register(context);
    settling.register();
    connection.onNotification(HIDE, ({ rules }: HideParams) => {
      context.session.hidden = new Set(rules);
      settling.now();
    });
    connection.onInitialized(() => {
      for (const register of AFTER_INITIALIZED) register(context);
      void context.background.run(async () => {
        try {
          await discover(context, context.session.folders);
        } finally {
          // Only who has seen all files knows what a pattern does not match.
          context.session.noteSearch(context.files.hasSeen(context.session.folders));
          context.search.finish();
          settling.now();
        }
      });
      void context.background.run(async () => warmUp(host.today()));
    });
    connection.onShutdown(() => {
      context.background.stop();
      settling.stop();
    });
    return { capabilities: serverCapabilities(context.abilities), serverInfo: { name: 'Stridewise' } };
  });
  connection.listen();
}

function createContext(
  connection: Connection,
  host: Host,
  params: InitializeParams,
): { context: Context; settling: Settling } {
  const abilities = readAbilities(params);
  const session = new Session(host, (uri) => settling.changed(uri));
  session.folders = foldersOf(params);
  session.hidden = new Set(abilities.own.hide ?? []);
  const context: Context = {
    connection,
    host,
    abilities,
    session,
    background: new Background(host, (error) => connection.console.error(describe(error))),
    files: new WorkspaceFiles(connection, host, abilities),
    reports: new DiagnosticReports(session, abilities, Math.floor(host.now()).toString(36)),
    search: new Search(),
    onSettled: [],
  };
  const settling = new Settling(context);
  return { context, settling };
}

function foldersOf(params: InitializeParams): string[] {
  const folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
  return folders.map(canonical);
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
