import ignore, { type Ignore } from 'ignore';
import picomatch from 'picomatch';

/** `files.exclude` as editors store it: a glob, and whether it counts. */
export type ExcludeSetting = Readonly<Record<string, unknown>>;

interface Scope {
  /** The folder of a `.gitignore`, from the root, with a slash at its end; empty for the root. */
  readonly folder: string;
  readonly rules: Ignore;
}

/** Says which paths of one workspace folder are left out. Paths are relative to it, with `/`; folders end in `/`. */
export class IgnoreRules {
  readonly #scopes: Scope[] = [];
  readonly #excluded: (path: string) => boolean;

  constructor(exclude: ExcludeSetting = {}) {
    const globs = Object.keys(exclude).filter((glob) => exclude[glob] === true);
    this.#excluded = globs.length === 0 ? () => false : picomatch(globs, { dot: true });
  }

  /** Takes the text of the `.gitignore` in a folder. */
  add(folder: string, text: string): void {
    this.#scopes.push({ folder, rules: ignore({ allowRelativePaths: true }).add(text) });
  }

  ignores(path: string): boolean {
    const bare = path.endsWith('/') ? path.slice(0, -1) : path;
    const name = bare.slice(bare.lastIndexOf('/') + 1);
    if (name === 'node_modules' || name === '.git') return true;
    return this.#excluded(bare) || this.#gitIgnores(path);
  }

  /** As `ignores`, for a file whose parents were not asked about. */
  ignoresWithParents(path: string): boolean {
    for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      if (this.ignores(path.slice(0, slash + 1))) return true;
    }
    return this.ignores(path);
  }

  // The nearest .gitignore that speaks of a path decides.
  #gitIgnores(path: string): boolean {
    let ignored = false;
    for (const { folder, rules } of this.#scopes) {
      if (!path.startsWith(folder) || path.length === folder.length) continue;
      const verdict = rules.test(path.slice(folder.length));
      if (verdict.ignored) ignored = true;
      else if (verdict.unignored) ignored = false;
    }
    return ignored;
  }
}
