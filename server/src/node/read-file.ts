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
  const read = readBelow(uri, folders);
  return 'text' in read ? read.text : null;
}

/** Why `readInside` gives null, as the end of a sentence. */
export function whyUnread(uri: string, folders: readonly string[]): string {
  const read = readBelow(uri, folders);
  return 'reason' in read ? read.reason : 'cannot be read';
}

function readBelow(uri: string, folders: readonly string[]): ReadResult {
  const path = URI.parse(uri).fsPath;
  const real = realPath(path);
  // Whether something lies outside is nothing that a file inside may ask for.
  if (real === null) return { reason: isInside(path, folders) ? 'does not exist' : OUTSIDE };
  return isInside(real, folders) ? readText(real) : { reason: OUTSIDE };
}

const OUTSIDE = 'lies outside the workspace';

function isInside(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => {
    const root = realPath(URI.parse(folder).fsPath);
    return root !== null && path.startsWith(root.endsWith(sep) ? root : root + sep);
  });
}

function realPath(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}
