import { type Diagnostic, type Event, languages, type Uri } from 'vscode';

/** Resolves as soon as `check` answers, asked now and after each event; fails with `what` after `milliseconds`. */
export function until<T>(
  what: string,
  event: Event<unknown>,
  check: () => T | undefined | false | null,
  milliseconds = 30_000,
): Promise<T> {
  return new Promise((done, fail) => {
    const finish = (value: T) => {
      clearTimeout(timer);
      listener.dispose();
      done(value);
    };
    const look = () => {
      const value = check();
      if (value) finish(value);
    };
    const listener = event(look);
    const timer = setTimeout(() => {
      listener.dispose();
      fail(new Error(`${what}: not within ${milliseconds} ms`));
    }, milliseconds);
    look();
  });
}

/** Our diagnostics of a file. */
export const ours = (uri: Uri): Diagnostic[] =>
  languages.getDiagnostics(uri).filter(({ source }) => source?.toLowerCase() === 'stridewise');

/** Waits until our diagnostics of a file are as `check` wants them. */
export function diagnosticsOf(
  uri: Uri,
  what: string,
  check: (all: readonly Diagnostic[]) => boolean = (all) => all.length > 0,
): Promise<Diagnostic[]> {
  const matching = () => {
    const all = ours(uri);
    return check(all) ? all : undefined;
  };
  return until(what, languages.onDidChangeDiagnostics, matching).catch((error: Error) => {
    const seen = ours(uri).map(({ message }) => `  ${message}`);
    throw new Error(`${error.message}; the file has:\n${seen.join('\n')}`);
  });
}

/** The rule of a diagnostic. */
export const ruleOf = ({ code }: Diagnostic): string =>
  String(typeof code === 'object' && code !== null ? code.value : (code ?? ''));
