import ignore, { type Ignore } from 'ignore';

/** Folders that hold nothing of the workspace's own. */
const NEVER: ReadonlySet<string> = new Set(['node_modules', '.git', '.hg', '.svn']);

/** Where git's rules of a folder stand, the one that decides first. */
const RULE_FILES: readonly string[] = ['.gitignore', '.git/info/exclude'];

/** Those of them that a folder with these entries may have. */
export function ruleFilesAmong(entries: readonly { readonly name: string }[]): readonly string[] {
  return RULE_FILES.filter((file) => entries.some(({ name }) => name === file.split('/', 1)[0]));
}

/** Reads the text of a file, null where there is none. Paths are from the root of the repository, with `/`. */
export type ReadRules = (path: string) => string | null;

/**
 * Says which paths below one folder are left out: `.gitignore` files, `.git/info/exclude` and what the editor excludes. Paths
 * are from that folder, with `/`; folders end in `/`. Git itself is never run.
 */
export class IgnoreRules {
  readonly #scopes = new Map<string, readonly Ignore[]>();
  readonly #excluded: (path: string) => boolean;
  /** From the root of the repository to the folder, with a slash at its end. */
  #above = '';
  #near: { folder: string; scopes: readonly Scope[] } | null = null;

  constructor(excluded: (path: string) => boolean = () => false) {
    this.#excluded = excluded;
  }

  /**
   * Takes what stands above the folder, up to the root of its repository. `above` is the path from there, `api/v1/`. Rules
   * that leave out the folder itself do not count: somebody asked for it.
   */
  inherit(above: string, read: ReadRules): void {
    this.#above = above;
    for (const folder of foldersOf(above)) this.#set(folder, rulesIn(folder, read));
    if (!foldersOf(`${above}/`).some((folder) => folder !== '' && this.#gitIgnores(folder))) return;
    this.#scopes.clear();
    this.#near = null;
  }

  /** Takes the texts of a folder's rules, the one that decides first. */
  add(folder: string, texts: readonly string[]): void {
    this.#set(this.#above + folder, texts.flatMap(parsed));
  }

  ignores(path: string): boolean {
    const bare = path.endsWith('/') ? path.slice(0, -1) : path;
    if (NEVER.has(bare.slice(bare.lastIndexOf('/') + 1))) return true;
    return this.#excluded(bare) || this.#gitIgnores(this.#above + path);
  }

  /** As `ignores`, for a file whose parents were not asked about. */
  ignoresWithParents(path: string): boolean {
    for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      if (this.ignores(path.slice(0, slash + 1))) return true;
    }
    return this.ignores(path);
  }

  #set(folder: string, rules: readonly Ignore[]): void {
    if (rules.length === 0) return;
    this.#scopes.set(folder, rules);
    this.#near = null;
  }

  // The nearest file that speaks of a path decides.
  #gitIgnores(path: string): boolean {
    if (this.#scopes.size === 0) return false;
    for (const { folder, rules } of this.#scopesOf(path)) {
      const { ignored, unignored } = rules.test(path.slice(folder.length));
      if (ignored || unignored) return ignored;
    }
    return false;
  }

  // A walk asks for the entries of a folder one after the other.
  #scopesOf(path: string): readonly Scope[] {
    const folder = path.slice(0, path.lastIndexOf('/', path.length - 2) + 1);
    if (this.#near?.folder === folder) return this.#near.scopes;
    const nearestFirst = [...foldersOf(`${folder}/`)].reverse();
    const scopes = nearestFirst.flatMap((each) =>
      (this.#scopes.get(each) ?? []).map((rules) => ({ folder: each, rules })),
    );
    this.#near = { folder, scopes };
    return scopes;
  }
}

interface Scope {
  readonly folder: string;
  readonly rules: Ignore;
}

/** The folders above the last part of a path, from the root: '', 'a/', 'a/b/' for 'a/b/c' and 'a/b/c/'. */
function foldersOf(path: string): string[] {
  const folders: string[] = [];
  for (let end = 0; end >= 0 && end < path.length; end = path.indexOf('/', end) + 1 || -1)
    folders.push(path.slice(0, end));
  return folders;
}

function rulesIn(folder: string, read: ReadRules): Ignore[] {
  return RULE_FILES.flatMap((name) => parsed(read(folder + name) ?? ''));
}

/** A pattern that is no pattern must not stop the search. */
function parsed(text: string): Ignore[] {
  try {
    return text.trim() === '' ? [] : [ignore({ allowRelativePaths: true }).add(text)];
  } catch {
    return [];
  }
}
