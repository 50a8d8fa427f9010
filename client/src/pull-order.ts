import type { TextDocument, Uri } from 'vscode';
import type { Middleware } from 'vscode-languageclient';

/** What the client knows beside its questions. */
export interface Pulling {
  /** Whether a tab or an editor shows the document: of all others the client throws its own answers away. */
  isShown(document: TextDocument | Uri): boolean;
  /** An answer about the document was thrown away. */
  onLost(uri: string): void;
}

/**
 * Keeps the two ways in which diagnostics come in order. While the client asks for a document it passes over what comes of it
 * for the workspace; if the document's tab was closed meanwhile it then throws its own answer away, and has neither. So what
 * comes for the workspace waits until no such question is open, and the server is told of answers that were thrown away.
 */
export function pullOrder({
  isShown,
  onLost,
}: Pulling): Pick<Middleware, 'provideDiagnostics' | 'provideWorkspaceDiagnostics'> {
  const asking = new Map<string, Promise<void>>();
  return {
    async provideDiagnostics(document, previousResultId, token, next) {
      const key = ('uri' in document ? document.uri : document).toString();
      let finish = () => {};
      const over = new Promise<void>((resolve) => {
        finish = resolve;
      });
      asking.set(key, over);
      try {
        return await next(document, previousResultId, token);
      } finally {
        if (!isShown(document)) onLost(key);
        // The client takes the answer, or throws it away, in this turn.
        setTimeout(() => {
          if (asking.get(key) === over) asking.delete(key);
          finish();
        }, 0);
      }
    },
    provideWorkspaceDiagnostics(resultIds, token, report, next) {
      let last = Promise.resolve();
      return next(resultIds, token, (chunk) => {
        const keys = (chunk?.items ?? []).map(({ uri }) => uri.toString());
        last = last.then(async () => {
          // While one is waited for, another may be asked.
          for (let open = keys.find((key) => asking.has(key)); open !== undefined; ) {
            await asking.get(open);
            open = keys.find((key) => asking.has(key));
          }
          report(chunk);
        });
      });
    },
  };
}
