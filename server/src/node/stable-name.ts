import { basename, dirname, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { repositoryOf } from './repository';

/**
 * What fingerprints call the file of a `file:` uri: its path from the repository's root with `/`, so that they are the same
 * whatever folder is open and wherever a check runs; its bare name where there is no repository. Null for other uris.
 */
export function stableName(uri: string): string | null {
  let path: string;
  try {
    path = fileURLToPath(uri);
  } catch {
    return null;
  }
  const root = repositoryOf(dirname(path));
  return root === null ? basename(path) : relative(root, path).split(sep).join('/');
}
