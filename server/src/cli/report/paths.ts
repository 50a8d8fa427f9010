import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

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
