import { realpathSync, statSync } from 'node:fs';
import { sep } from 'node:path';
import { codeOf } from '../../node/code-of';
import { repositoryOf } from '../../node/repository';

/** Where files may be read: the given paths, the working directory and their repositories, symbolic links resolved. */
export class Boundary {
  readonly #roots = new Set<string>();

  constructor(folders: Iterable<string>) {
    for (const folder of folders) this.add(folder);
  }

  add(folder: string): void {
    for (const root of [folder, repositoryOf(folder)]) {
      if (root === null) continue;
      const real = realPath(root);
      if (real !== null) this.#roots.add(real);
    }
  }

  /** The file's real path if it lies inside; else why there is none. */
  resolve(path: string): { readonly real: string } | 'outside' | 'absent' | 'unreadable' {
    const real = realPath(path);
    if (real === null) return mayExist(path) ? 'unreadable' : 'absent';
    return this.holds(real) ? { real } : 'outside';
  }

  /** Whether a path lies inside as it is written, be there something or not. */
  holds(path: string): boolean {
    for (const root of this.#roots) {
      if (path === root || path.startsWith(root.endsWith(sep) ? root : root + sep)) return true;
    }
    return false;
  }
}

/** A folder on the way that may not be entered hides what is in it. */
function mayExist(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    return codeOf(error) !== 'ELOOP';
  }
}

/** The path with symbolic links resolved, or null: nothing there, a loop, or out of reach. */
function realPath(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}
