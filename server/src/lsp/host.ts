import type { IgnoreRules } from './ignore-rules';
import type { News, Work } from './simulation-work';

/** What a platform gives the server: time, turns and, where it has them, files. */
export interface Host {
  /** Today in UTC, `YYYY-MM-DD`. */
  today(): string;
  /** Milliseconds from an arbitrary start. */
  now(): number;
  /** Resolves after messages and input that wait have been taken. */
  turn(): Promise<void>;
  /** Reads `file:` uris, or null where only the client can. */
  readonly files: HostFiles | null;
  /** A thread of its own for long work, or null where there can be none: then it is done in slices. */
  readonly startWorker?: () => HostWorker | null;
}

/** A thread that does one piece of work. */
export interface HostWorker {
  post(work: Work): void;
  /** `fail` is called once if the thread cannot be started or breaks. */
  listen(hear: (news: News) => void, fail: () => void): void;
  terminate(): void;
}

/** Files that the server reads itself. Nothing in here throws: what cannot be read is null or left out. */
export interface HostFiles {
  /**
   * Walks a folder for YAML and JSON files, or for files of every kind. Yields null between them, so that a walk through
   * folders without any can be cut into slices too.
   */
  walk(folder: string, ignored: IgnoreRules, all?: boolean): Iterable<string | null>;
  /** The text of a file if it may hold one of our root keys, judged by its bytes, or why it cannot be read; null: of no interest. */
  candidate(uri: string): { readonly text: string } | { readonly reason: string } | null;
  /** What fingerprints call a file: its path from the repository's root, or its bare name; null where only the folder can tell. */
  stableName(uri: string): string | null;
  /** The text of a regular file that lies, symbolic links resolved, below one of the folders. */
  read(uri: string, folders: readonly string[]): string | null;
  /** Why `read` gave null, as the end of a sentence: `does not exist`. Asked for seldom, so it may look again. */
  readonly whyUnread?: (uri: string, folders: readonly string[]) => string;
}
