import {
  Disposable,
  EventEmitter,
  type FileChangeEvent,
  FilePermission,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  type Uri,
  workspace,
} from 'vscode';

/** A file system of one flat folder that is nowhere on a disk. */
export class MemoryFiles implements FileSystemProvider {
  readonly #changes = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changes.event;
  /** Texts by path, such as `/shop/openapi.yaml`. */
  readonly files = new Map<string, Uint8Array>();
  /** Paths that cannot be written. */
  readonly locked = new Set<string>();
  /** Whether there is no room for more than half of what is written. */
  full = false;

  register(scheme: string, isReadonly: boolean): Disposable {
    return workspace.registerFileSystemProvider(scheme, this, { isReadonly, isCaseSensitive: true });
  }

  watch(): Disposable {
    return new Disposable(() => undefined);
  }

  stat({ path }: Uri): FileStat {
    const content = this.files.get(path);
    if (content) {
      const permissions = this.locked.has(path) ? { permissions: FilePermission.Readonly } : {};
      return { type: FileType.File, ctime: 0, mtime: 0, size: content.length, ...permissions };
    }
    if (this.readDirectory({ path }).length === 0) throw FileSystemError.FileNotFound(path);
    return { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 };
  }

  readDirectory({ path }: Pick<Uri, 'path'>): [string, FileType][] {
    const start = path.endsWith('/') ? path : `${path}/`;
    const names = [...this.files.keys()].filter((file) => file.startsWith(start)).map((f) => f.slice(start.length));
    const folders = new Set(names.filter((name) => name.includes('/')).map((name) => name.split('/')[0] ?? ''));
    return [
      ...names.filter((name) => !name.includes('/')).map((name): [string, FileType] => [name, FileType.File]),
      ...[...folders].map((name): [string, FileType] => [name, FileType.Directory]),
    ];
  }

  readFile({ path }: Uri): Uint8Array {
    const content = this.files.get(path);
    if (!content) throw FileSystemError.FileNotFound(path);
    return content;
  }

  writeFile({ path }: Uri, content: Uint8Array): void {
    if (this.locked.has(path)) throw FileSystemError.NoPermissions(path);
    if (this.full && content.length > 0) {
      this.files.set(path, content.slice(0, content.length / 2));
      throw FileSystemError.Unavailable('No space is left');
    }
    this.files.set(path, content);
  }

  createDirectory(): void {}
  delete({ path }: Uri): void {
    this.files.delete(path);
  }
  rename(): void {
    throw FileSystemError.NoPermissions();
  }
}
