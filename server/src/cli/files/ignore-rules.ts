import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { repositoryOf } from '../../node/repository';
import { readText } from './read-file';

interface Level {
  readonly folder: string;
  readonly rules: readonly Ignore[];
  readonly above: Level | null;
}

/** What `.gitignore` files (nested ones too) and `.git/info/exclude` leave out; the deepest file that speaks of a path decides. */
export class IgnoreRules {
  readonly #levels = new Map<string, Level | null>();

  /** Starts below `folder`: the rules above it count unless they leave out the folder itself, which somebody asked for. */
  startAt(folder: string): void {
    if (this.#levels.has(folder)) return;
    const root = repositoryOf(folder);
    const above = root === null || root === folder ? null : this.#levelOf(dirname(folder), root);
    const usable = above !== null && isIgnoredBelow(above, folder, true) ? null : above;
    this.#levels.set(folder, levelAt(folder, usable));
  }

  isIgnored(path: string, isFolder: boolean): boolean {
    const level = this.#levels.get(dirname(path)) ?? null;
    return level !== null && isIgnoredBelow(level, path, isFolder);
  }

  /** To be called with the entries of a folder before they are asked for. */
  enter(folder: string, entries: readonly { readonly name: string }[]): void {
    if (this.#levels.has(folder)) return;
    const hasRules = entries.some(({ name }) => name === '.gitignore');
    const above = this.#levels.get(dirname(folder)) ?? null;
    this.#levels.set(folder, hasRules ? levelAt(folder, above) : above);
  }

  #levelOf(folder: string, root: string): Level | null {
    const cached = this.#levels.get(folder);
    if (cached !== undefined) return cached;
    const above = folder === root || dirname(folder) === folder ? null : this.#levelOf(dirname(folder), root);
    const level = levelAt(folder, above);
    this.#levels.set(folder, level);
    return level;
  }
}

function levelAt(folder: string, above: Level | null): Level | null {
  const rules = [join(folder, '.git', 'info', 'exclude'), join(folder, '.gitignore')].flatMap(rulesOf);
  return rules.length === 0 ? above : { folder, rules: rules.reverse(), above };
}

function rulesOf(file: string): Ignore[] {
  if (!existsSync(file) || !statSync(file).isFile()) return [];
  const read = readText(file);
  if (!('text' in read)) return [];
  try {
    return [ignore({ allowRelativePaths: true }).add(read.text)];
  } catch {
    return [];
  }
}

function isIgnoredBelow(level: Level, path: string, isFolder: boolean): boolean {
  for (let current: Level | null = level; current !== null; current = current.above) {
    const verdict = verdictAt(current, path, isFolder);
    if (verdict !== null) return verdict;
  }
  return false;
}

/** True and false where a rule speaks of the path, null where none does. */
function verdictAt(level: Level, path: string, isFolder: boolean): boolean | null {
  const from = relative(level.folder, path);
  const inside = sep === '/' ? from : from.split(sep).join('/');
  for (const rules of level.rules) {
    const { ignored, unignored } = rules.test(isFolder ? `${inside}/` : inside);
    if (ignored || unignored) return ignored;
  }
  return null;
}
