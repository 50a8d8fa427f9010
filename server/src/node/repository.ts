import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const known = new Map<string, string | null>();

/** The nearest folder at or above `folder` that holds `.git`, or null. Git itself is never run. */
export function repositoryOf(folder: string): string | null {
  const cached = known.get(folder);
  if (cached !== undefined) return cached;
  const parent = dirname(folder);
  const found = existsSync(join(folder, '.git')) ? folder : parent === folder ? null : repositoryOf(parent);
  known.set(folder, found);
  return found;
}

/** `folder` and the folders above it, up to the repository's root; only `folder` where there is no repository. */
export function foldersUpToRepository(folder: string): string[] {
  const root = repositoryOf(folder);
  const folders = [folder];
  if (root === null) return folders;
  for (let current = folder; current !== root; ) {
    current = dirname(current);
    folders.push(current);
  }
  return folders;
}
