import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

export type ReadResult = { readonly text: string } | { readonly reason: string };

/** Strings of V8 end at half a gigabyte. */
const LARGEST = 256 * 1024 * 1024;
const CHUNK = 1024 * 1024;
const LONGEST_WORD = 16;
const chunk = Buffer.allocUnsafe(CHUNK);

/** Reads a regular file whole. A pipe or device is refused without waiting for it; nothing is thrown. */
export function readText(path: string): ReadResult {
  return withFile(path, (file, size) => decode(readWhole(file, size)));
}

/**
 * Reads a regular file if one of `words` (ASCII, at most 16 bytes) stands in it, else null: most files of a folder are of no
 * interest, and a large one need not be held to know that.
 */
export function readTextWith(path: string, words: readonly string[]): ReadResult | null {
  return withFile(path, (file, size) => {
    if (size <= CHUNK) {
      const bytes = chunk.subarray(0, readInto(file, chunk, 0, size));
      return isOfInterest(bytes, words) ? decode(bytes) : null;
    }
    return contains(file, size, words) ? decode(readWhole(file, size)) : null;
  });
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
    if (status.size > LARGEST) return { reason: 'is larger than 256 MB' };
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

function readWhole(file: number, size: number): Buffer {
  const buffer = Buffer.allocUnsafe(size);
  return buffer.subarray(0, readInto(file, buffer, 0, size));
}

function contains(file: number, size: number, words: readonly string[]): boolean {
  for (let position = 0; position < size; position += CHUNK - LONGEST_WORD) {
    const bytes = chunk.subarray(0, readInto(file, chunk, position, Math.min(CHUNK, size - position)));
    if (isOfInterest(bytes, words)) return true;
  }
  return false;
}

function isOfInterest(bytes: Buffer, words: readonly string[]): boolean {
  return isUtf16(bytes) || words.some((word) => bytes.includes(word, 0, 'latin1'));
}

function isUtf16(bytes: Buffer): boolean {
  return bytes.length > 1 && bytes[0] === 0xff && bytes[1] === 0xfe;
}

/** Editors leave a byte order mark out of the text they show; so do we, or columns would differ. */
function decode(bytes: Buffer): ReadResult {
  const text = isUtf16(bytes) ? bytes.toString('utf16le') : bytes.toString('utf8');
  const shown = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return shown.includes('\u0000') ? { reason: 'is not a text file' } : { text: shown };
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist',
  EACCES: 'may not be read',
  EPERM: 'may not be read',
  ELOOP: 'is a loop of symbolic links',
  ENXIO: 'is not a regular file',
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? `cannot be read${code === '' ? '' : ` (${code})`}`;
}
