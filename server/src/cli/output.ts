import { readFileSync } from 'node:fs';
import { codeOf } from '../node/code-of';
import { decode, encodeLike } from '../node/decode';
import { UsageError } from './arguments';
import { createFile, replaceFile } from './whole-file';

const REASONS: Readonly<Record<string, string>> = {
  EISDIR: 'it is a folder',
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder does not exist',
  EACCES: 'it may not be written',
  EPERM: 'it may not be written',
  EROFS: 'it may not be written',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EFBIG: 'it would be too large',
  EIO: 'the disk fails',
};

/** A reader that stops early (`| head`) ends the writing, not the verdict; any other failure ends with this exit code. */
export function watchStreams(exitCode: number): void {
  process.stderr.on('error', () => {});
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.stderr.write(`stridewise: Standard output cannot be written: ${reasonOf(error)}.\n`);
    process.exit(exitCode);
  });
}

/** Writes to a file, or to standard output: all of it or nothing. Throws a UsageError where the file cannot be written. */
export function write(text: string, file: string | null): void {
  if (file === null) process.stdout.write(text);
  else told(file, () => replaceFile(file, text));
}

/** Writes a file that does not exist; false where one does. Throws a UsageError where it cannot be written. */
export function create(text: string, file: string): boolean {
  return told(file, () => createFile(file, text));
}

/** Writes `to` over a file that says `from`, in its encoding. Throws a UsageError where it says something else, or cannot be written. */
export function change(file: string, from: string, to: string): void {
  told(file, () => {
    const before = readFileSync(file);
    if (decode(before) !== from) throw changed(file);
    // What does not read as it is encoded would be lost.
    if (!encodeLike(from, before).equals(before)) throw new UsageError(`${file} is no UTF-8 or UTF-16 throughout.`);
    replaceFile(file, encodeLike(to, before), () => {
      if (!readFileSync(file).equals(before)) throw changed(file);
    });
  });
}

function changed(file: string): UsageError {
  return new UsageError(`${file} has changed meanwhile, and is left as it is. Try again.`);
}

function told<T>(file: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${file} cannot be written: ${reasonOf(error)}.`);
  }
}

function reasonOf(error: unknown): string {
  return REASONS[codeOf(error)] ?? (error instanceof Error ? error.message : String(error));
}
