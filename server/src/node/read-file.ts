import { realpathSync } from 'node:fs';
import { sep } from 'node:path';
import { URI } from 'vscode-uri';
import { type ReadResult, readText, readTextWith } from './read-text';

const ROOT_WORDS = ['openapi', 'swagger', 'stridewise'];

/** The text of a file if its bytes name one of our root keys, or why it cannot be read; null: of no interest. */
export function readCandidate(uri: string): ReadResult | null {
  return readTextWith(URI.parse(uri).fsPath, ROOT_WORDS);
}

/** The text of a regular file that lies, symbolic links resolved, below one of the folders. */
export function readInside(uri: string, folders: readonly string[]): string | null {
  const real = realPath(URI.parse(uri).fsPath);
  if (real === null) return null;
  const inside = folders.some((folder) => {
    const root = realPath(URI.parse(folder).fsPath);
    return root !== null && real.startsWith(root.endsWith(sep) ? root : root + sep);
  });
  const read = inside ? readText(real) : null;
  return read !== null && 'text' in read ? read.text : null;
}

function realPath(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}
