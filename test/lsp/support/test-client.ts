import { PassThrough } from 'node:stream';
import { createConnection } from 'vscode-languageserver/node';
import {
  type ClientCapabilities,
  type ConfigurationItem,
  type ConfigurationParams,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node';
import type { Host, HostFiles, HostWorker } from '../../../server/src/lsp/host';
import { startServer } from '../../../server/src/lsp/server';
import { LIST_FILES, type ListFilesParams, READ_FILES, type ReadFilesParams } from '../../../server/src/protocol';

export const TODAY = '2026-06-01';

export const PULL: ClientCapabilities = {
  textDocument: {
    diagnostic: { relatedDocumentSupport: false },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
    hover: { contentFormat: ['markdown'] },
  },
  workspace: {
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
  },
};

export const PUSH: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: { relatedInformation: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
  },
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
};

/** Files in memory, as a host gives them. */
export function filesOf(texts: Map<string, string>): HostFiles {
  return {
    walk: (folder) => [...texts.keys()].filter((uri) => uri.startsWith(folder)),
    candidate: (uri) => {
      const text = texts.get(uri);
      return text === undefined ? null : { text };
    },
    read: (uri) => texts.get(uri) ?? null,
    stableName: () => null,
  };
}

export interface TestClientOptions {
  readonly capabilities: ClientCapabilities;
  readonly files?: Map<string, string>;
  /** The server asks the client for files instead of reading them. */
  readonly clientFiles?: Map<string, string>;
  readonly initializationOptions?: object;
  /** The client does not list all files. */
  readonly unfinished?: boolean;
  /** Values of the client's settings, for servers that ask. */
  readonly configuration?: (item: ConfigurationItem) => unknown;
  /** Threads for long work; without it there are none. */
  readonly startWorker?: () => HostWorker | null;
}

/** A client on the other end of two streams, which waits for messages and never for time. */
export class TestClient {
  readonly published = new Map<string, Diagnostic[]>();
  readonly connection: ProtocolConnection;
  refreshes = 0;
  #waiting: { met: () => boolean; resolve: () => void }[] = [];

  private constructor() {
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    this.connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    this.connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) => {
      this.published.set(uri, diagnostics);
      this.check();
    });
    this.connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes += 1;
      this.check();
      return null;
    });
    this.connection.listen();
    this.startServer = (host) =>
      startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), host);
  }

  private readonly startServer: (host: Host) => void;

  static async start(options: TestClientOptions): Promise<TestClient> {
    const client = new TestClient();
    const { configuration } = options;
    if (configuration !== undefined)
      client.connection.onRequest('workspace/configuration', ({ items }: ConfigurationParams) =>
        items.map(configuration),
      );
    if (options.clientFiles) client.#serveFiles(options.clientFiles, options.unfinished);
    client.startServer({
      today: () => TODAY,
      now: () => performance.now(),
      turn: () => new Promise((resolve) => setImmediate(resolve)),
      files: options.clientFiles ? null : filesOf(options.files ?? new Map()),
      ...(options.startWorker === undefined ? {} : { startWorker: options.startWorker }),
    });
    client.result = await client.connection.sendRequest('initialize', {
      processId: null,
      rootUri: 'file:///work',
      workspaceFolders: [{ uri: 'file:///work', name: 'work' }],
      capabilities: options.capabilities,
      initializationOptions: options.initializationOptions,
    });
    await client.connection.sendNotification('initialized', {});
    return client;
  }

  #serveFiles(files: Map<string, string>, unfinished = false): void {
    this.connection.onRequest(LIST_FILES, ({ folder }: ListFilesParams) => {
      this.searches += 1;
      return { uris: [...files.keys()].filter((uri) => uri.startsWith(folder)), unfinished };
    });
    this.connection.onRequest(READ_FILES, ({ uris }: ReadFilesParams) => {
      this.batches.push(uris.length);
      return { texts: uris.map((uri) => files.get(uri) ?? null) };
    });
  }

  /** How often the server asked for the files of a folder. */
  searches = 0;
  /** Sizes of the batches in which the server asked for files. */
  readonly batches: number[] = [];
  result: InitializeResult = { capabilities: {} };

  open(uri: string, text: string, version = 1): Promise<void> {
    return this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version, text },
    });
  }

  change(uri: string, version: number, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
  }

  async pullItems(uri: string): Promise<Diagnostic[]> {
    const report = await this.pull(uri);
    return report.kind === 'full' ? report.items : [];
  }

  /** Resolves when a message has made the condition true. */
  until(met: () => boolean): Promise<void> {
    if (met()) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push({ met, resolve }));
  }

  check(): void {
    const ready = this.#waiting.filter(({ met }) => met());
    this.#waiting = this.#waiting.filter((entry) => !ready.includes(entry));
    for (const { resolve } of ready) resolve();
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    this.connection.dispose();
  }
}

/** Applies the edits of a file to its text. */
export function applied(
  text: string,
  edits: readonly {
    range: { start: { line: number; character: number }; end: { line: number; character: number } };
    newText: string;
  }[],
): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: { line: number; character: number }) =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (all, { range, newText }) => all.slice(0, offset(range.start)) + newText + all.slice(offset(range.end)),
      text,
    );
}
