import { realpathSync } from 'node:fs';
import { sep } from 'node:path';
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

  /** The file's real path if it lies inside, `outside` if it does not, `absent` where there is none. */
  resolve(path: string): { readonly real: string } | 'outside' | 'absent' {
    const real = realPath(path);
    if (real === null) return 'absent';
    for (const root of this.#roots) {
      if (real === root || real.startsWith(root.endsWith(sep) ? root : root + sep)) return { real };
    }
    return 'outside';
  }
}

/** The path with symbolic links resolved, or null: nothing there, or a loop. */
export function realPath(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}
