import { fileName } from '../../model/include/file-name';

/** The path from a file to another, as a model writes it: `./openapi.yaml`; null where no path leads there. */
export function relativePath(from: string, to: string): string | null {
  const root = /^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i.exec(from)?.[0];
  if (root === undefined || !to.startsWith(`${root}/`)) return null;
  const path = fileName(to, from);
  return path.startsWith('../') ? path : `./${path}`;
}
