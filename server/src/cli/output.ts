import { writeFileSync } from 'node:fs';
import { UsageError } from './arguments';

const REASONS: Readonly<Record<string, string>> = {
  EISDIR: 'it is a folder',
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder does not exist',
  EACCES: 'it may not be written',
  EPERM: 'it may not be written',
  EROFS: 'it may not be written',
  ENOSPC: 'the disk is full',
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

/** Writes to a file, or to standard output. Throws a UsageError where the file cannot be written. */
export function write(text: string, file: string | null): void {
  if (file === null) {
    process.stdout.write(text);
    return;
  }
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new UsageError(`${file} cannot be written: ${reasonOf(error)}.`);
  }
}

/** Writes a file that does not exist; false where one does. Throws a UsageError where it cannot be written. */
export function create(text: string, file: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw new UsageError(`${file} cannot be written: ${reasonOf(error)}.`);
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}
