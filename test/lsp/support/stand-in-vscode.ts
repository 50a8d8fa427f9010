import Module, { createRequire } from 'node:module';

/** A file's address, as text. */
export class Uri {
  constructor(private readonly text: string) {}
  get scheme(): string {
    return this.text.slice(0, this.text.indexOf(':'));
  }
  static readonly parse = (text: string) => new Uri(text);
  readonly toString = () => this.text;
}

export class EventEmitter<T> {
  readonly #listeners = new Set<(value: T) => unknown>();
  readonly event = (listener: (value: T) => unknown) => {
    this.#listeners.add(listener);
    return { dispose: () => void this.#listeners.delete(listener) };
  };
  fire(value: T): void {
    for (const listener of [...this.#listeners]) listener(value);
  }
}

class CancellationTokenSource {
  readonly #cancelled = new EventEmitter<void>();
  readonly token = { isCancellationRequested: false, onCancellationRequested: this.#cancelled.event };
  cancel(): void {
    this.token.isCancellationRequested = true;
    this.#cancelled.fire();
  }
}

export interface StandInDocument {
  readonly uri: Uri;
  readonly languageId: string;
  version: number;
}

export class CancellationError extends Error {}

/** Documents of all windows: their names keep them apart. */
export const documents: StandInDocument[] = [];
const silent = () => ({ dispose: () => {} });

const vscode = {
  Uri,
  EventEmitter,
  CancellationTokenSource,
  CancellationError,
  Disposable: {
    from: (...parts: readonly { dispose(): void }[]) => ({ dispose: () => void parts.map((part) => part.dispose()) }),
  },
  languages: { match: () => 10, createDiagnosticCollection: silent },
  window: { activeTextEditor: undefined, onDidChangeActiveTextEditor: silent },
  workspace: { textDocuments: documents, notebookDocuments: [] },
};

/** A module of VS Code's language client, which finds this in VS Code's place. */
export function requireFromClient(name: string): Record<string, new (...parameters: never[]) => unknown> {
  const loader = Module as unknown as { _load(request: string, ...rest: unknown[]): unknown };
  const load = loader._load;
  loader._load = (request, ...rest) => (request === 'vscode' ? vscode : load.call(loader, request, ...rest));
  try {
    const require = createRequire(import.meta.url);
    require('vscode-languageserver-protocol/node');
    return require(`vscode-languageclient/$test/common/${name}`);
  } finally {
    loader._load = load;
  }
}
