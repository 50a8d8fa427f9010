import { type Dirent, readdirSync, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import type { IgnoreRules } from '../../lsp/ignore-rules';
import type { Boundary } from './boundary';
import { enter, rulesBelow } from './ignore-rules';
import type { NotChecked } from './not-checked';

const EXTENSIONS = new Set(['.yaml', '.yml', '.json']);

/** True of names that descriptions and models usually have; what is in them decides. */
export function isCandidate(name: string): boolean {
  return EXTENSIONS.has(extname(name).toLowerCase());
}

interface Walk {
  /** Where it started. */
  readonly start: string;
  readonly rules: IgnoreRules;
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
  readonly #notChecked: NotChecked;
  readonly #files = new Set<string>();
  #met = 0;

  constructor(boundary: Boundary, notChecked: NotChecked) {
    this.#boundary = boundary;
    this.#notChecked = notChecked;
  }

  /** How many files were accepted, those too that an earlier walk had met. */
  get met(): number {
    return this.#met;
  }

  /** The files below `folder` that `wanted` accepts by path. */
  *filesBelow(folder: string, wanted: (path: string) => boolean): Generator<string> {
    const rules = rulesBelow(folder);
    const walk: Walk = { start: folder, rules, folders: [folder], links: [], seen: new Set() };
    for (;;) {
      const next = walk.folders.pop();
      if (next !== undefined) {
        yield* this.#filesIn(next, wanted, walk);
        continue;
      }
      const link = walk.links.shift();
      if (link === undefined) return;
      yield* this.#follow(link, wanted, walk);
    }
  }

  *#filesIn(folder: string, wanted: (path: string) => boolean, walk: Walk): Generator<string> {
    const resolved = this.#boundary.resolve(folder);
    if (resolved === 'unreadable') this.#notChecked.add(folder, 'may not be read');
    if (typeof resolved === 'string' || walk.seen.has(resolved.real)) return;
    walk.seen.add(resolved.real);
    const entries = this.#list(folder);
    enter(walk.rules, folder, insideOf(join(folder, sep), walk), entries);
    const inner: string[] = [];
    for (const entry of entries) {
      const path = join(folder, entry.name);
      const kind = this.#kindOf(entry, path, wanted, walk);
      if (kind === 'folder') inner.push(path);
      else if (kind === 'link') walk.links.push(path);
      else if (kind === 'file') yield* this.#once(join(resolved.real, entry.name), path);
      else if (kind === 'special') this.#notChecked.add(path, 'is not a regular file');
    }
    walk.folders.push(...inner.reverse());
  }

  /** What to do with an entry; null: nothing. The rules are asked last, they cost most. */
  #kindOf(
    entry: Dirent,
    path: string,
    wanted: (path: string) => boolean,
    walk: Walk,
  ): 'folder' | 'link' | 'file' | 'special' | null {
    const isFolder = entry.isDirectory();
    const isLink = entry.isSymbolicLink();
    if (!isFolder && !isLink && !wanted(path)) return null;
    const inside = insideOf(path, walk);
    if (walk.rules.ignores(isFolder ? `${inside}/` : inside)) return null;
    if (isFolder) return 'folder';
    if (isLink) return 'link';
    return entry.isFile() ? 'file' : 'special';
  }

  *#follow(link: string, wanted: (path: string) => boolean, walk: Walk): Generator<string> {
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
    if (kind === 'folder') walk.folders.push(link);
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

/** A path from the start of the walk, with `/`. */
function insideOf(path: string, { start }: Walk): string {
  const inside = path.slice(join(start, sep).length);
  return sep === '/' ? inside : inside.split(sep).join('/');
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
