import type { CancellationToken, Connection } from 'vscode-languageserver';
import { LIST_FILES, type ListFilesResult, READ_FILES, type ReadFilesResult } from '../protocol';
import type { Abilities } from './abilities';
import { type ExcludeSetting, excludedBy } from './exclude-setting';
import type { Host } from './host';
import { IgnoreRules } from './ignore-rules';
import { isBelow, isYamlOrJson, relativePath, schemeOf } from './uris';

const BATCH = 200;
/** Steps of a walk between two looks at the messages that wait. */
const SLICE = 200;
/** So many files are offered as evidence at the most. */
const MOST_LISTED = 5000;

/** A file found in a folder, with its text if it may hold one of our root keys. */
export interface FoundFile {
  readonly uri: string;
  readonly text: string | null;
}

/** The files of the workspace: read by the host where it can, else asked from the client, in batches. */
export class WorkspaceFiles {
  readonly #rules = new Map<string, IgnoreRules>();
  /** By folder, as JSON: what the last search was told to leave out. */
  readonly #excludes = new Map<string, string>();
  /** What the search could not look into, and why. */
  readonly unread = new Map<string, string>();

  constructor(
    private readonly connection: Connection,
    private readonly host: Host,
    private readonly abilities: Abilities,
  ) {}

  /** Walks a folder; yields null where nothing was found, so that the caller can give way. */
  async *find(folder: string): AsyncGenerator<FoundFile | null> {
    const exclude = await this.#excludeSetting(folder);
    const ignored = new IgnoreRules(excludedBy(exclude));
    this.#excludes.set(folder, JSON.stringify(exclude));
    this.#rules.set(folder, ignored);
    this.forget(folder);
    if (this.host.files && schemeOf(folder) === 'file') yield* this.#walk(folder, ignored);
    else if (this.abilities.own.clientFiles) yield* this.#ask(folder, ignored);
  }

  /** Whether the setting now leaves out something else than at the last search. Clients tell of a change also where there is none. */
  async excludesElse(folders: readonly string[]): Promise<boolean> {
    for (const folder of folders) {
      if (JSON.stringify(await this.#excludeSetting(folder)) !== this.#excludes.get(folder)) return true;
    }
    return false;
  }

  /** Whether the search has seen all of these folders: not where nobody can list them, or where they are too many. */
  hasSeen(folders: readonly string[]): boolean {
    const canList = (folder: string) =>
      this.abilities.own.clientFiles || (this.host.files !== null && schemeOf(folder) === 'file');
    return folders.length > 0 && folders.every((folder) => canList(folder) && !this.unread.has(folder));
  }

  /** Whether the search would have passed over a file: it is ignored, or in no folder. */
  ignores(uri: string, folders: readonly string[]): boolean {
    const folder = folders.find((candidate) => isBelow(uri, candidate));
    if (folder === undefined) return true;
    return this.#rules.get(folder)?.ignoresWithParents(relativePath(uri, folder)) ?? false;
  }

  /**
   * Files of every kind in the folders, without what the search passes over and no more than `most`; those that were found where
   * it is cancelled.
   */
  async listAll(folders: readonly string[], token: CancellationToken, most = MOST_LISTED): Promise<readonly string[]> {
    const found: string[] = [];
    for (const folder of folders) {
      for await (const uri of this.#everyFile(folder)) {
        if (token.isCancellationRequested || found.length >= most) return found;
        if (uri !== null) found.push(uri);
      }
    }
    return found;
  }

  async *#everyFile(folder: string): AsyncGenerator<string | null> {
    const ignored = this.#rules.get(folder) ?? new IgnoreRules();
    if (this.host.files && schemeOf(folder) === 'file') {
      let steps = 0;
      for (const uri of this.host.files.walk(folder, ignored, true)) {
        if (++steps % SLICE === 0) await this.host.turn();
        yield uri;
      }
    } else if (this.abilities.own.clientFiles) {
      const { uris } = await this.connection.sendRequest<ListFilesResult>(LIST_FILES, { folder, all: true });
      yield* uris.filter((uri) => !ignored.ignoresWithParents(relativePath(uri, folder)));
    }
  }

  /** Drops what is known of a folder that is searched again or has left. */
  forget(folder: string): void {
    for (const uri of this.unread.keys()) if (uri === folder || isBelow(uri, folder)) this.unread.delete(uri);
  }

  /** Reads files, null for each that cannot be read. */
  async read(uris: readonly string[], folders: readonly string[]): Promise<(string | null)[]> {
    const { files } = this.host;
    const texts: (string | null)[] = uris.map((uri) =>
      files && schemeOf(uri) === 'file' ? files.read(uri, folders) : null,
    );
    const asked = uris.filter((uri) => !(files && schemeOf(uri) === 'file') && folders.some((f) => uri.startsWith(f)));
    if (asked.length === 0 || !this.abilities.own.clientFiles) return texts;
    const answers = await this.#readFromClient(asked);
    asked.forEach((uri, index) => {
      texts[uris.indexOf(uri)] = answers[index] ?? null;
    });
    return texts;
  }

  /** Why `read` gave null, as the end of a sentence. */
  whyUnread(uri: string, folders: readonly string[]): string {
    const { files } = this.host;
    if (files?.whyUnread && schemeOf(uri) === 'file') return files.whyUnread(uri, folders);
    return folders.some((folder) => isBelow(uri, folder)) ? 'cannot be read' : 'lies outside the workspace';
  }

  *#walk(folder: string, ignored: IgnoreRules): Generator<FoundFile | null> {
    for (const uri of this.host.files?.walk(folder, ignored) ?? []) {
      yield uri === null ? null : { uri, text: this.#candidate(uri) };
    }
  }

  #candidate(uri: string): string | null {
    const read = this.host.files?.candidate(uri) ?? null;
    if (read === null || 'text' in read) return read?.text ?? null;
    this.unread.set(uri, read.reason);
    return null;
  }

  async *#ask(folder: string, ignored: IgnoreRules): AsyncGenerator<FoundFile | null> {
    const { uris, unfinished } = await this.connection.sendRequest<ListFilesResult>(LIST_FILES, { folder });
    if (unfinished) this.unread.set(folder, 'has more folders than are searched: open a smaller one');
    await this.#readIgnoreFiles(folder, ignored, uris);
    const wanted = uris.filter((uri) => isYamlOrJson(uri) && !ignored.ignoresWithParents(relativePath(uri, folder)));
    for (let start = 0; start < wanted.length; start += BATCH) {
      const batch = wanted.slice(start, start + BATCH);
      const texts = await this.#readFromClient(batch);
      for (const [index, uri] of batch.entries()) yield { uri, text: texts[index] ?? null };
    }
  }

  async #readIgnoreFiles(folder: string, ignored: IgnoreRules, uris: readonly string[]): Promise<void> {
    const files = uris.filter((uri) => uri.endsWith('/.gitignore')).sort((a, b) => a.length - b.length);
    const texts = await this.#readFromClient(files);
    for (const [index, uri] of files.entries()) {
      const path = relativePath(uri, folder);
      ignored.add(path.slice(0, path.length - '.gitignore'.length), [texts[index] ?? '']);
    }
  }

  async #readFromClient(uris: readonly string[]): Promise<readonly (string | null)[]> {
    if (uris.length === 0) return [];
    const { texts } = await this.connection.sendRequest<ReadFilesResult>(READ_FILES, { uris });
    return texts;
  }

  async #excludeSetting(folder: string): Promise<ExcludeSetting> {
    if (!this.abilities.configuration) return {};
    try {
      const setting = await this.connection.workspace.getConfiguration({ scopeUri: folder, section: 'files.exclude' });
      return typeof setting === 'object' && setting !== null ? setting : {};
    } catch {
      return {};
    }
  }
}
