import {
  type Event,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  type Uri,
} from 'vscode';

/** Files that are memory alone: folders are what lies between the slashes. */
export class MemoryFiles implements FileSystemProvider {
  readonly #changes = new EventEmitter<FileChangeEvent[]>();
  readonly #files = new Map<string, Uint8Array>();
  readonly #folders = new Set<string>();
  readonly onDidChangeFile: Event<FileChangeEvent[]> = this.#changes.event;

  constructor(files: Readonly<Record<string, string>>, folder: string) {
    for (const [path, text] of Object.entries(files)) this.#put(`${folder}/${path}`, new TextEncoder().encode(text));
  }

  watch(): { dispose(): void } {
    return { dispose: () => undefined };
  }

  stat(uri: Uri): FileStat {
    const bytes = this.#files.get(uri.path);
    if (bytes) return { type: FileType.File, ctime: 0, mtime: bytes.length, size: bytes.length };
    if (this.#folders.has(uri.path)) return { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    throw FileSystemError.FileNotFound(uri);
  }

  readDirectory(uri: Uri): [string, FileType][] {
    if (!this.#folders.has(uri.path)) throw FileSystemError.FileNotFound(uri);
    const below = (path: string) => path.startsWith(`${uri.path}/`) && !path.slice(uri.path.length + 1).includes('/');
    const named = (paths: Iterable<string>, type: FileType) =>
      [...paths].filter(below).map((path): [string, FileType] => [path.slice(uri.path.length + 1), type]);
    return [...named(this.#folders, FileType.Directory), ...named(this.#files.keys(), FileType.File)];
  }

  readFile(uri: Uri): Uint8Array {
    const bytes = this.#files.get(uri.path);
    if (!bytes) throw FileSystemError.FileNotFound(uri);
    return bytes;
  }

  writeFile(uri: Uri, content: Uint8Array): void {
    const type = this.#files.has(uri.path) ? FileChangeType.Changed : FileChangeType.Created;
    this.#put(uri.path, content);
    this.#changes.fire([{ type, uri }]);
  }

  createDirectory(uri: Uri): void {
    this.#folders.add(uri.path);
  }

  delete(uri: Uri): void {
    this.#files.delete(uri.path);
    this.#changes.fire([{ type: FileChangeType.Deleted, uri }]);
  }

  rename(from: Uri, to: Uri): void {
    this.writeFile(to, this.readFile(from));
    this.delete(from);
  }

  #put(path: string, content: Uint8Array): void {
    this.#files.set(path, content);
    const parts = path.split('/');
    for (let depth = 1; depth < parts.length; depth += 1) this.#folders.add(parts.slice(0, depth).join('/') || '/');
  }
}
