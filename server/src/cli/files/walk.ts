import { type Dirent, readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Boundary } from './boundary';
import type { IgnoreRules } from './ignore-rules';
import type { NotChecked } from './not-checked';

const NEVER = new Set(['node_modules', '.git', '.hg', '.svn']);
const EXTENSIONS = new Set(['.yaml', '.yml', '.json']);

/** True of names that descriptions and models usually have; what is in them decides. */
export function isCandidate(name: string): boolean {
  return EXTENSIONS.has(extname(name).toLowerCase());
}

interface Pending {
  /** Folders to go through, the next one last. */
  readonly folders: string[];
  /** Symbolic links to follow when there are no folders left. */
  readonly links: string[];
  /** Real paths of the folders that were gone through: links may lead back. */
  readonly seen: Set<string>;
}

/**
 * Walks folders in the order of their names. Symbolic links are followed last and only to what lies inside the boundary, so
 * that a file keeps its own name where it has one; a folder or file that was seen is not seen again.
 */
export class Walker {
  readonly #boundary: Boundary;
  readonly #ignored: IgnoreRules;
  readonly #notChecked: NotChecked;
  readonly #files = new Set<string>();
  #met = 0;

  constructor(boundary: Boundary, ignored: IgnoreRules, notChecked: NotChecked) {
    this.#boundary = boundary;
    this.#ignored = ignored;
    this.#notChecked = notChecked;
  }

  /** How many files were accepted, those too that an earlier walk had met. */
  get met(): number {
    return this.#met;
  }

  /** The files below `folder` that `wanted` accepts by path. */
  *filesBelow(folder: string, wanted: (path: string) => boolean): Generator<string> {
    this.#ignored.startAt(folder);
    const pending: Pending = { folders: [folder], links: [], seen: new Set() };
    for (;;) {
      const next = pending.folders.pop();
      if (next !== undefined) {
        yield* this.#filesIn(next, wanted, pending);
        continue;
      }
      const link = pending.links.shift();
      if (link === undefined) return;
      yield* this.#follow(link, wanted, pending);
    }
  }

  *#filesIn(folder: string, wanted: (path: string) => boolean, pending: Pending): Generator<string> {
    const resolved = this.#boundary.resolve(folder);
    if (resolved === 'unreadable') this.#notChecked.add(folder, 'may not be read');
    if (typeof resolved === 'string' || pending.seen.has(resolved.real)) return;
    pending.seen.add(resolved.real);
    const entries = this.#list(folder);
    this.#ignored.enter(folder, entries);
    const inner: string[] = [];
    for (const entry of entries) {
      const path = join(folder, entry.name);
      const kind = this.#kindOf(entry, path, wanted);
      if (kind === 'folder') inner.push(path);
      else if (kind === 'link') pending.links.push(path);
      else if (kind === 'file') yield* this.#once(join(resolved.real, entry.name), path);
      else if (kind === 'special') this.#notChecked.add(path, 'is not a regular file');
    }
    pending.folders.push(...inner.reverse());
  }

  /** What to do with an entry; null: nothing. The rules are asked last, they cost most. */
  #kindOf(
    entry: Dirent,
    path: string,
    wanted: (path: string) => boolean,
  ): 'folder' | 'link' | 'file' | 'special' | null {
    if (NEVER.has(entry.name)) return null;
    const isFolder = entry.isDirectory();
    const isLink = entry.isSymbolicLink();
    if (!isFolder && !isLink && !wanted(path)) return null;
    if (this.#ignored.isIgnored(path, isFolder)) return null;
    if (isFolder) return 'folder';
    if (isLink) return 'link';
    return entry.isFile() ? 'file' : 'special';
  }

  *#follow(link: string, wanted: (path: string) => boolean, pending: Pending): Generator<string> {
    const resolved = this.#boundary.resolve(link);
    if (resolved === 'outside') {
      this.#notChecked.add(link, 'is a symbolic link that leads out of the checked folders');
      return;
    }
    if (resolved === 'absent') {
      if (wanted(link)) this.#notChecked.add(link, 'is a symbolic link that leads nowhere');
      return;
    }
    if (resolved === 'unreadable') {
      this.#notChecked.add(link, 'may not be read');
      return;
    }
    const kind = kindOf(resolved.real);
    if (kind === 'folder') pending.folders.push(link);
    else if (!wanted(link)) return;
    else if (kind === 'file') yield* this.#once(resolved.real, link);
    else this.#notChecked.add(link, 'is not a regular file');
  }

  *#once(real: string, path: string): Generator<string> {
    this.#met += 1;
    if (this.#files.has(real)) return;
    this.#files.add(real);
    yield path;
  }

  #list(folder: string): Dirent[] {
    try {
      return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch {
      this.#notChecked.add(folder, 'may not be read');
      return [];
    }
  }
}

/** What lies at a path; `other` too where it went away in the meantime. */
function kindOf(path: string): 'folder' | 'file' | 'other' {
  try {
    const status = statSync(path);
    return status.isDirectory() ? 'folder' : status.isFile() ? 'file' : 'other';
  } catch {
    return 'other';
  }
}
