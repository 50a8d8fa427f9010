import { basename, dirname, isAbsolute, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { repositoryOf } from '../files/repository';

/** The path of a `file:` uri; other uris as they are. */
export function pathOf(uri: string): string {
  try {
    return fileURLToPath(uri);
  } catch {
    return uri;
  }
}

/** With slashes, from `folder`; absolute where it lies on another drive. */
export function pathFrom(folder: string, path: string): string {
  const from = relative(folder, path);
  return (sep === '/' ? from : from.split(sep).join('/')) || '.';
}

/**
 * What fingerprints call a file: its path from the repository's root, so that they are the same wherever the check runs; its
 * bare name where there is no repository.
 */
export function stableName(uri: string): string {
  const path = pathOf(uri);
  const root = isAbsolute(path) ? repositoryOf(dirname(path)) : null;
  return root === null ? basename(path) : pathFrom(root, path);
}
