/** What the script that serves the page bakes into both bundles. */
export interface RunFacts {
  /** Where results go, and where the page can be asked about. */
  readonly origin: string;
  readonly trusted: boolean;
  /** Texts by their paths in the workspace folder. */
  readonly files: Readonly<Record<string, string>>;
}

declare const STRIDEWISE_RUN: RunFacts;

export const runFacts: RunFacts = STRIDEWISE_RUN;
