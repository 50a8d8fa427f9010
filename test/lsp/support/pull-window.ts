import type { Middleware } from 'vscode-languageclient';
import type { Diagnostic, ProtocolConnection } from 'vscode-languageserver-protocol/node';
import {
  CancellationError,
  documents,
  EventEmitter,
  requireFromClient,
  type StandInDocument,
  Uri,
} from './stand-in-vscode';

const { DiagnosticFeature } = requireFromClient('diagnostic');

type Changes = EventEmitter<{ readonly textDocument: StandInDocument }>;
interface Feature {
  registerLanguageProvider(
    options: object,
  ): [{ dispose(): void }, { readonly onDidChangeDiagnosticsEmitter: EventEmitter<void> }];
}

const never = () => ({ dispose: () => {} });
const NOTEBOOKS = { onOpenNotificationSent: never, onChangeNotificationSent: never, onCloseNotificationSent: never };

/** A window of VS Code as far as it asks for diagnostics: its tabs and documents, and VS Code's own client between them and a server. */
export class PullWindow {
  /** What is shown of each file. */
  readonly shown = new Map<string, readonly Diagnostic[]>();
  readonly errors: string[] = [];
  readonly #parts: { dispose(): void };
  readonly #tabs = new Set<string>();
  readonly #opened = new EventEmitter<Set<Uri>>();
  readonly #closed = new EventEmitter<Set<Uri>>();
  readonly #open: Changes = new EventEmitter();
  readonly #change: Changes = new EventEmitter();
  readonly #close: Changes = new EventEmitter();

  constructor(
    private readonly connection: ProtocolConnection,
    middleware: (isShown: (uri: string) => boolean) => Middleware,
  ) {
    const client = { ...this.#client(), middleware: middleware((uri) => this.#tabs.has(uri)) };
    const feature = new (DiagnosticFeature as unknown as new (client: object) => Feature)(client);
    const [parts, provider] = feature.registerLanguageProvider({
      documentSelector: [{ language: 'yaml' }],
      identifier: 'stridewise',
      interFileDependencies: true,
      workspaceDiagnostics: true,
    });
    this.#parts = parts;
    connection.onRequest('workspace/diagnostic/refresh', () => {
      provider.onDidChangeDiagnosticsEmitter.fire();
      return null;
    });
  }

  #client() {
    const { connection } = this;
    const features: Readonly<Record<string, object>> = {
      'textDocument/didOpen': { onNotificationSent: this.#open.event },
      'textDocument/didChange': { onNotificationSent: this.#change.event },
      'textDocument/didClose': { onAboutToSendNotification: this.#close.event },
    };
    const collection = {
      set: (uri: Uri, items: readonly Diagnostic[]) => void this.shown.set(String(uri), items),
      delete: (uri: Uri) => void this.shown.delete(String(uri)),
      dispose: () => {},
    };
    return {
      clientOptions: {
        diagnosticPullOptions: { onChange: true, onSave: false },
        diagnosticCollectionProvider: { create: () => collection, dispose: () => {} },
      },
      visibleDocuments: {
        onOpen: this.#opened.event,
        onClose: this.#closed.event,
        isVisible: (one: StandInDocument | Uri) => this.#tabs.has(String('version' in one ? one.uri : one)),
      },
      getFeature: (method: string) => features[method] ?? NOTEBOOKS,
      protocol2CodeConverter: {
        asUri: Uri.parse,
        asDocumentSelector: (selector: object) => selector,
        asDiagnostics: async (items: readonly Diagnostic[]) => items,
      },
      code2ProtocolConverter: { asUri: String },
      isRunning: () => true,
      error: (message: string) => void this.errors.push(message),
      onProgress: (type: never, token: string, listener: never) => connection.onProgress(type, token, listener),
      sendRequest: (type: never, params: never, token: never) => connection.sendRequest(type, params, token),
      // All that fails here is cancelled.
      handleFailedRequest: (...[, , , usual, , throws]: readonly unknown[]) => {
        if (throws !== true) return usual;
        throw new CancellationError();
      },
    };
  }

  /** Asks no more. */
  dispose(): void {
    this.#parts.dispose();
  }

  /** Shows a file in a tab, in the place of another's where that is given, and opens it as a document. */
  async show(uri: string, text: string, replaced?: string): Promise<void> {
    if (replaced !== undefined) this.#tabs.delete(replaced);
    this.#tabs.add(uri);
    if (replaced !== undefined) this.#closed.fire(new Set([new Uri(replaced)]));
    this.#opened.fire(new Set([new Uri(uri)]));
    await this.open(uri, text);
  }

  /** Opens a document without a tab, as an extension may. */
  async open(uri: string, text: string): Promise<void> {
    if (this.isOpen(uri)) return;
    const textDocument = { uri: new Uri(uri), languageId: 'yaml', version: 1 };
    documents.push(textDocument);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: 1, text },
    });
    this.#open.fire({ textDocument });
  }

  isOpen(uri: string): boolean {
    return documents.some((one) => String(one.uri) === uri);
  }

  async change(uri: string, text: string): Promise<void> {
    const textDocument = documents.find((one) => String(one.uri) === uri);
    if (textDocument === undefined) throw new Error(`${uri} is not open`);
    textDocument.version += 1;
    const { version } = textDocument;
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
    this.#change.fire({ textDocument });
  }

  closeTab(uri: string): void {
    if (this.#tabs.delete(uri)) this.#closed.fire(new Set([new Uri(uri)]));
  }

  async close(uri: string): Promise<void> {
    const index = documents.findIndex((one) => String(one.uri) === uri);
    const [textDocument] = index < 0 ? [] : documents.splice(index, 1);
    if (textDocument === undefined) return;
    this.#close.fire({ textDocument });
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }
}
