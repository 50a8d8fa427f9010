import {
  commands,
  type ExtensionContext,
  type LogOutputChannel,
  Range,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
} from 'vscode';
import {
  type FromPage,
  isFromPage,
  OVERVIEW,
  type Overview,
  type OverviewParams,
  type ToPage,
} from '../../../server/src/protocol';
import type { ServerControl } from '../language-client';
import { text } from '../texts';
import { knownFiles } from './known-files';
import { newNonce, pageFolder, pageHtml } from './page-html';
import { savePicture } from './save-picture';
import { SimulationRun } from './simulation-run';

export interface OverviewHost {
  readonly context: ExtensionContext;
  readonly server: ServerControl;
  readonly log: LogOutputChannel;
}

/** Milliseconds that findings have to stay as they are before a page that is looked at is told. */
const CALM = 250;

/** The panel of the risk overview: asks the server, tells the page, does what the page asks for. */
export class OverviewPanel {
  readonly #simulation: SimulationRun;
  /** What the page was told last; `#fresh` as long as findings have not changed since. */
  #overview: Overview | null = null;
  #fresh = false;
  /** The page listens. */
  #listens = false;
  /** Counts questions to the server: an answer to an older one is not told. */
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly panel: WebviewPanel,
    private readonly host: OverviewHost,
    ended: () => void,
  ) {
    this.#simulation = new SimulationRun(host.server, (message) => this.#tell(message));
    const { webview } = panel;
    const extension = host.context.extensionUri;
    webview.options = { enableScripts: true, localResourceRoots: [pageFolder(extension)] };
    const icon = (theme: string) => Uri.joinPath(extension, `media/threat-model-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    const listeners = [
      webview.onDidReceiveMessage((message: unknown) => this.#receive(message)),
      panel.onDidChangeViewState(() => this.#shownOrHidden()),
      host.server.onDidChange(() => this.#findingsChanged()),
    ];
    panel.onDidDispose(() => {
      clearTimeout(this.#timer);
      this.#simulation.cancel();
      for (const listener of listeners) listener.dispose();
      ended();
    });
    webview.html = pageHtml(webview, extension, newNonce());
  }

  /** A hidden page is thrown away, and starts anew when it is shown. */
  #shownOrHidden(): void {
    if (!this.panel.visible) this.#listens = false;
  }

  #findingsChanged(): void {
    this.#fresh = false;
    this.#simulation.findingsChanged();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#update(), CALM);
  }

  /** Tells a page that is looked at what the server knows now. */
  async #update(): Promise<void> {
    const asked = ++this.#asked;
    if (!this.#listens) return;
    const { server } = this.host;
    if (server.state === 'failed') return this.#tell({ type: 'notice', notice: 'failed' });
    if (server.summary.searching) return this.#tell({ type: 'notice', notice: 'searching' });
    if (server.summary.apis === 0) return this.#tell({ type: 'notice', notice: 'noApi' });
    const overview = this.#fresh ? this.#overview : await this.#ask();
    if (asked !== this.#asked) return;
    this.#overview = overview ?? this.#overview;
    this.#fresh = overview !== null;
    this.#tell(overview ? { type: 'overview', overview } : { type: 'notice', notice: 'failed' });
  }

  #ask(): Promise<Overview | null> {
    const params: OverviewParams = {};
    return this.host.server.request<Overview>(OVERVIEW, params);
  }

  #tell(message: ToPage): void {
    if (this.#listens) void this.panel.webview.postMessage(message);
  }

  #receive(message: unknown): void {
    if (isFromPage(message)) void this.#obey(message);
    else this.host.log.warn(text('The risk overview sent something that is no message of ours; it was dropped.'));
  }

  async #obey(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#listens = true;
        await this.#update();
        for (const state of this.#simulation.state) this.#tell(state);
        return;
      case 'reveal':
        return this.#reveal(message);
      case 'explain':
        await commands.executeCommand('stridewise.explain', { finding: message.key });
        return;
      case 'simulate':
        return this.#simulation.start();
      case 'cancel':
        return this.#simulation.cancel();
      case 'save':
        return this.#save(message);
      case 'log':
        this.host.log.warn(message.message.slice(0, 1000));
    }
  }

  async #reveal({ uri, line, character }: Extract<FromPage, { type: 'reveal' }>): Promise<void> {
    if (!knownFiles(this.#overview, this.#simulation.last).has(uri)) {
      this.host.log.warn(text('The risk overview asked for a file that it was not told of; it was not opened.'));
      return;
    }
    const [at, column] = [line, character].map((count) => Math.max(0, Math.trunc(count))) as [number, number];
    const selection = new Range(at, column, at, column);
    await window.showTextDocument(Uri.parse(uri), { selection, preview: true, viewColumn: this.#besides() });
  }

  /** Where a file is shown so that the page stays in view: in a group that is there, else in one beside. */
  #besides(): ViewColumn {
    const other = window.tabGroups.all.find(({ viewColumn }) => viewColumn !== this.panel.viewColumn);
    return other?.viewColumn ?? ViewColumn.Beside;
  }

  async #save(message: Extract<FromPage, { type: 'save' }>): Promise<void> {
    const problem = await savePicture(message);
    if (problem !== null) void window.showErrorMessage(problem);
  }
}

export const OVERVIEW_TYPE = 'stridewise.overview';

/** Opens a panel for the overview. */
export function createPanel(): WebviewPanel {
  return window.createWebviewPanel(OVERVIEW_TYPE, text('Risk Overview'), ViewColumn.Active, {
    enableFindWidget: true,
  });
}
