import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { codeOf } from './code-of';
import { decode, isUtf16, LARGEST_FILE } from './decode';

export type ReadResult = { readonly text: string } | { readonly reason: string };

const TOO_LARGE = `is larger than ${LARGEST_FILE / 1024 / 1024} MB`;
const CHUNK = 1024 * 1024;
const LONGEST_WORD = 16;
const chunk = Buffer.allocUnsafe(CHUNK);

/** Reads a regular file whole. A pipe or device is refused without waiting for it; nothing is thrown. */
export function readText(path: string): ReadResult {
  return withFile(path, (file, size) => textOf(readWhole(file, size)));
}

/**
 * Reads a regular file if one of `words` (ASCII, at most 16 bytes) stands in it, else null: most files of a folder are of no
 * interest, and a large one need not be held to know that.
 */
export function readTextWith(path: string, words: readonly string[]): ReadResult | null {
  return withFile(path, (file, size) => (contains(file, size, words) ? textOf(readWhole(file, size)) : null));
}

/** The text of bytes that were read whole, or why they are none. */
export function textOf(bytes: Buffer): ReadResult {
  if (bytes.length > LARGEST_FILE) return { reason: TOO_LARGE };
  const text = decode(bytes);
  return text === null ? { reason: 'is not a text file' } : { text };
}

function withFile<T>(path: string, use: (file: number, size: number) => T): T | { readonly reason: string } {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    return { reason: reasonOf(error) };
  }
  try {
    const status = fstatSync(file);
    if (status.isDirectory()) return { reason: 'is a folder' };
    if (!status.isFile()) return { reason: 'is not a regular file' };
    if (status.size > LARGEST_FILE) return { reason: TOO_LARGE };
    return use(file, status.size);
  } catch (error) {
    return { reason: reasonOf(error) };
  } finally {
    closeSync(file);
  }
}

function readInto(file: number, buffer: Buffer, position: number, length: number): number {
  let filled = 0;
  while (filled < length) {
    const count = readSync(file, buffer, filled, length - filled, position + filled);
    if (count === 0) break;
    filled += count;
  }
  return filled;
}

/** Reads to the end, which may have moved since the file had `size` bytes; of one that became too large, a byte too much. */
export function readWhole(file: number, size: number): Buffer {
  // One byte more than expected tells whether there is more.
  let buffer = Buffer.allocUnsafe(size + 1);
  let filled = readInto(file, buffer, 0, buffer.length);
  while (filled === buffer.length && filled <= LARGEST_FILE) {
    const more = Math.min(Math.max(filled, CHUNK), LARGEST_FILE + 1 - filled);
    buffer = Buffer.concat([buffer, Buffer.allocUnsafe(more)]);
    filled += readInto(file, buffer.subarray(filled), filled, more);
  }
  return buffer.subarray(0, filled);
}

function contains(file: number, size: number, words: readonly string[]): boolean {
  for (let position = 0; position < size; position += CHUNK - LONGEST_WORD) {
    const bytes = chunk.subarray(0, readInto(file, chunk, position, Math.min(CHUNK, size - position)));
    if (position === 0 && isUtf16(bytes)) return true;
    if (words.some((word) => bytes.includes(word, 0, 'latin1'))) return true;
  }
  return false;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist',
  EACCES: 'may not be read',
  EPERM: 'may not be read',
  ELOOP: 'is a loop of symbolic links',
  ENXIO: 'is not a regular file',
  EISDIR: 'is a folder',
  ENAMETOOLONG: 'has too long a name',
};

/** Why a file cannot be read, from what node:fs threw. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error);
  return REASONS[code] ?? `cannot be read${code === '' ? '' : ` (${code})`}`;
}
