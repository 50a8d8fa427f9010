import type { Middleware } from 'vscode-languageclient';

/**
 * Keeps the two ways in which diagnostics come in order. While the client asks for a document it passes over what comes of it
 * for the workspace; if the document's tab was closed meanwhile it then throws its own answer away, and has neither. So what
 * comes for the workspace waits until such questions have been answered.
 */
export function pullOrder(): Pick<Middleware, 'provideDiagnostics' | 'provideWorkspaceDiagnostics'> {
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
        last = last.then(async () => {
          for (const { uri } of chunk?.items ?? []) await asking.get(uri.toString());
          report(chunk);
        });
      });
    },
  };
}
