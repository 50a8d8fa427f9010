import { closeSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { UsageError } from './arguments';

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
  if (file === null) {
    process.stdout.write(text);
    return;
  }
  try {
    replace(text, file);
  } catch (error) {
    throw new UsageError(`${file} cannot be written: ${reasonOf(error)}.`);
  }
}

/** Writes beside the file and moves it into its place, so that a full disk leaves what was there. */
function replace(text: string, file: string): void {
  const known = statSync(file, { throwIfNoEntry: false });
  // A pipe or a terminal has no place that something could be moved to.
  if (known !== undefined && !known.isFile()) {
    writeFileSync(file, text);
    return;
  }
  const target = known === undefined ? file : realpathSync(file);
  const beside = `${target}.${process.pid}.part`;
  try {
    writeNew(text, beside, known?.mode);
  } catch (error) {
    // A folder where nothing may be made may hold a file that may be changed.
    if (known === undefined || !isRefused(error)) throw error;
    writeFileSync(target, text);
    return;
  }
  renameSync(beside, target);
}

/** Writes a file that does not exist; false where one does. Throws a UsageError where it cannot be written. */
export function create(text: string, file: string): boolean {
  try {
    writeNew(text, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw new UsageError(`${file} cannot be written: ${reasonOf(error)}.`);
  }
}

/** Writes a file that does not exist, or leaves none. */
function writeNew(text: string, file: string, mode?: number): void {
  const descriptor = openSync(file, 'wx', mode);
  try {
    writeFileSync(descriptor, text);
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

function isRefused(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function reasonOf(error: unknown): string {
  return REASONS[codeOf(error)] ?? (error instanceof Error ? error.message : String(error));
}
