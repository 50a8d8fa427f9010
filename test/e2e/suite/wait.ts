import { type Diagnostic, type Event, languages, type Uri } from 'vscode';

type Answer<T> = T | undefined | false | null;

/** Resolves as soon as `check` answers, asked now and after each event; fails with `what` after `milliseconds`. */
export function until<T>(
  what: string,
  event: Event<unknown>,
  check: () => Answer<T> | PromiseLike<Answer<T>>,
  milliseconds = 30_000,
): Promise<T> {
  return new Promise<T>((done, fail) => {
    const end = (finish: () => void) => {
      clearTimeout(timer);
      listener.dispose();
      finish();
    };
    const look = async () => {
      try {
        const value = await check();
        if (value) end(() => done(value));
      } catch (error) {
        end(() => fail(error));
      }
    };
    const listener = event(look);
    const timer = setTimeout(() => end(() => fail(new Error(`${what}: not within ${milliseconds} ms`))), milliseconds);
    void look();
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
