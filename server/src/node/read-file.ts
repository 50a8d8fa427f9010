import { closeSync, constants, fstatSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { sep } from 'node:path';
import { URI } from 'vscode-uri';
import { decode, isUtf16, LARGEST_FILE } from './decode';

const ROOT_WORDS = ['openapi', 'swagger', 'stridewise'];

/** The text of a file if its bytes name one of our root keys. */
export function readCandidate(uri: string): string | null {
  const bytes = readRegular(URI.parse(uri).fsPath);
  if (!bytes || !(isUtf16(bytes) || ROOT_WORDS.some((word) => bytes.includes(word)))) return null;
  return decode(bytes);
}

/** The text of a regular file that lies, symbolic links resolved, below one of the folders. */
export function readInside(uri: string, folders: readonly string[]): string | null {
  const real = realPath(URI.parse(uri).fsPath);
  if (real === null) return null;
  const inside = folders.some((folder) => {
    const root = realPath(URI.parse(folder).fsPath);
    return root !== null && real.startsWith(root.endsWith(sep) ? root : root + sep);
  });
  const bytes = inside ? readRegular(real) : null;
  return bytes && decode(bytes);
}

function realPath(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}

// Opened without blocking and checked afterwards: reading a pipe would wait for ever.
function readRegular(path: string): Buffer | null {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(file);
    return stat.isFile() && stat.size <= LARGEST_FILE ? readFileSync(file) : null;
  } catch {
    return null;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
