import { type CancellationToken, type Disposable, EventEmitter, extensions, type LogOutputChannel, Uri } from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, State, WorkDoneProgress } from 'vscode-languageclient';
import {
  CHANGED,
  type Changed,
  DIAGNOSTICS_LOST,
  type FileParams,
  HIDE,
  type HideParams,
} from '../../server/src/protocol';
import { hiddenRules } from './hidden-rules';
import { LANGUAGES, MODEL_LANGUAGE } from './languages';
import type { Platform } from './platform';
import { pullOrder } from './pull-order';
import { onShownChange, shownInText, specLensMode } from './shown-in-text';
import { registerClientFiles } from './workspace-files';

export type ServerState = 'stopped' | 'starting' | 'running' | 'failed';

const SEARCHING: Changed = {
  searching: true,
  apis: 0,
  models: 0,
  goals: 0,
  open: 0,
  high: 0,
  critical: 0,
  hidden: 0,
  notChecked: 0,
  bare: [],
};

/** Starts the language server once, when the first of our files is met, and tells what it knows. */
export class ServerControl implements Disposable {
  readonly #changes = new EventEmitter<void>();
  readonly #shown = onShownChange(() => this.#client);
  readonly #hearers: ((client: BaseLanguageClient) => void)[] = [];
  readonly onDidChange = this.#changes.event;
  #client: BaseLanguageClient | null = null;
  #started: Promise<BaseLanguageClient> | null = null;
  #waiting: (() => void)[] = [];
  #long = 0;
  state: ServerState = 'stopped';
  summary: Changed = SEARCHING;
  /** Milliseconds from the decision to start the server to its answer to `initialize`; null until then. */
  startMilliseconds: number | null = null;

  constructor(
    private readonly log: LogOutputChannel,
    private readonly createClient: Platform['createClient'],
  ) {}

  /** The running client; starts the server if it has not been. Rejects if it cannot start. */
  start(): Promise<BaseLanguageClient> {
    this.#started ??= this.#launch();
    return this.#started;
  }

  /** Starts the server and resolves when it knows its findings. */
  async ready(): Promise<void> {
    await this.start();
    await this.settled();
  }

  /** Resolves when the workspace has been searched, whether or not that started the server. */
  async settled(): Promise<void> {
    if (this.summary.searching && this.state !== 'failed') {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  async restart(): Promise<void> {
    const client = this.#client;
    this.#started = null;
    this.#client = null;
    await client?.dispose();
    await this.start();
  }

  /** Asks the running server; null where it does not run or the request fails, which the log then tells. */
  async request<T>(method: string, params: object): Promise<T | null> {
    if (this.state !== 'running' || !this.#client) return null;
    try {
      return await this.#client.sendRequest<T>(method, params);
    } catch (error) {
      this.log.error(`${method}: ${String(error)}`);
      return null;
    }
  }

  /** Hears notifications of the server, also of one that is started anew. */
  onNotification<T>(method: string, hear: (params: T) => void): void {
    const listen = (client: BaseLanguageClient) => void client.onNotification(method, hear);
    this.#hearers.push(listen);
    if (this.#client) listen(this.#client);
  }

  /** As `request`, for what takes a while: it can be cancelled, and `tell` hears how much is done, 0 to 1. */
  async requestLong<T>(
    method: string,
    params: object,
    token: CancellationToken,
    tell: (done: number) => void,
  ): Promise<T | null> {
    if (this.state !== 'running' || !this.#client) return null;
    const workDoneToken = `${method} ${++this.#long}`;
    const progress = this.#client.onProgress(WorkDoneProgress.type, workDoneToken, (news) => {
      if (news.kind === 'report' && news.percentage !== undefined) tell(news.percentage / 100);
    });
    try {
      return await this.#client.sendRequest<T>(method, { ...params, workDoneToken }, token);
    } catch (error) {
      if (!token.isCancellationRequested) this.log.error(`${method}: ${String(error)}`);
      return null;
    } finally {
      progress.dispose();
    }
  }

  async #launch(): Promise<BaseLanguageClient> {
    this.#set('starting', SEARCHING);
    const begin = performance.now();
    const client = this.createClient(this.#options());
    this.#client = client;
    registerClientFiles(client);
    client.onDidChangeState(({ newState }) => {
      if (this.#client !== client || newState === State.Starting) return;
      this.#set(newState === State.Running ? 'running' : 'failed', SEARCHING);
    });
    client.onNotification(CHANGED, (changed: Changed) => this.#set('running', changed));
    for (const listen of this.#hearers) listen(client);
    try {
      await client.start();
      this.startMilliseconds = performance.now() - begin;
      this.log.info(`The language server was ready after ${Math.round(this.startMilliseconds)} ms`);
    } catch (error) {
      this.log.error(`The language server did not start: ${String(error)}`);
      this.#started = null;
      this.#set('failed', SEARCHING);
      throw error;
    }
    return client;
  }

  #options(): LanguageClientOptions {
    const page = Uri.from({ scheme: 'command', path: 'stridewise.openRule', query: '["{rule}"]' });
    return {
      documentSelector: LANGUAGES.map((language) => ({ language })),
      outputChannel: this.log,
      // The server escapes what stands in files; links in its hovers run these commands and no others.
      markdown: {
        isTrusted: { enabledCommands: ['stridewise.explain', 'stridewise.explainRule', 'stridewise.mitigate'] },
      },
      initializationOptions: {
        applyFixCommand: 'stridewise.applyFix',
        explainCommand: 'stridewise.explain',
        explainRuleCommand: 'stridewise.explainRule',
        answerCommand: 'stridewise.mitigate',
        showPlacesCommand: 'stridewise.showPlaces',
        showFindingsCommand: 'stridewise.showFindings',
        ...(hasCommand('stridewise.showOverview') && { overviewCommand: 'stridewise.showOverview' }),
        specLens: specLensMode(),
        modelLanguage: MODEL_LANGUAGE,
        rulePage: page.toString().replace(/%7Brule%7D/i, '{rule}'),
        clientFiles: true,
        changes: true,
        hide: hiddenRules(),
      },
      diagnosticPullOptions: { onChange: true, onSave: false },
      middleware: {
        ...pullOrder({
          isShown: (document) => this.#client?.visibleDocuments.isVisible(document) === true,
          onLost: (uri) => void this.#tellLost({ uri }),
        }),
        ...shownInText(),
      },
    };
  }

  async #tellLost(params: FileParams): Promise<void> {
    if (this.state === 'running') await this.#client?.sendNotification(DIAGNOSTICS_LOST, params);
  }

  /** Tells the running server which findings the settings hide. */
  async hide(): Promise<void> {
    const params: HideParams = { rules: hiddenRules() };
    if (this.state === 'running') await this.#client?.sendNotification(HIDE, params);
  }

  /** The workspace has been looked through and nothing in it is ours. */
  nothingFound(): void {
    if (this.state === 'stopped') this.#set('stopped', { ...SEARCHING, searching: false });
  }

  #set(state: ServerState, summary: Changed): void {
    this.state = state;
    this.summary = summary;
    if (!summary.searching || state === 'failed') {
      for (const resolve of this.#waiting.splice(0)) resolve();
    }
    this.#changes.fire();
  }

  dispose(): void {
    this.#changes.dispose();
    this.#shown.dispose();
    void this.#client?.dispose();
  }
}

/** Whether our package declares a command. */
function hasCommand(id: string): boolean {
  const manifest = extensions.getExtension('stridewise.stridewise')?.packageJSON;
  return manifest?.contributes.commands.some(({ command }: { command: string }) => command === id) === true;
}
