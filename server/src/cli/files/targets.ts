import { type Stats, statSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { UsageError } from '../arguments';
import { reasonOf } from './read-file';

/** What the words after `check` name; all paths absolute. */
export interface Targets {
  readonly files: readonly string[];
  readonly folders: readonly string[];
  readonly globs: readonly Glob[];
  readonly standardInput: boolean;
}

export interface Glob {
  readonly base: string;
  readonly pattern: string;
  readonly matches: (path: string) => boolean;
}

/** Sorts the given paths. What exists under its literal name is that. Throws a UsageError for what does not exist. */
export async function targetsOf(paths: readonly string[], folder: string): Promise<Targets> {
  const files: string[] = [];
  const folders: string[] = [];
  const globs: Glob[] = [];
  for (const path of paths) {
    if (path === '-') continue;
    if (path === '') throw new UsageError('A path is empty; the working directory is ".".');
    const absolute = resolve(folder, path);
    const status = statusOf(absolute, path);
    if (status?.isDirectory()) folders.push(absolute);
    else if (status !== undefined) files.push(absolute);
    else globs.push(await globOf(path, folder));
  }
  return { files, folders, globs, standardInput: paths.includes('-') };
}

/** Undefined where nothing lies. Throws a UsageError where that cannot be told. */
function statusOf(absolute: string, path: string): Stats | undefined {
  try {
    return statSync(absolute, { throwIfNoEntry: false });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    // No file can have such a name, but a glob can.
    if (code === 'ENOTDIR' || code === 'ENAMETOOLONG') return undefined;
    throw new UsageError(`${path} ${reasonOf(error)}.`);
  }
}

async function globOf(path: string, folder: string): Promise<Glob> {
  const { default: picomatch } = await import('picomatch');
  const pattern = sep === '\\' ? path.replaceAll('\\', '/') : path;
  const scan = picomatch.scan(pattern);
  if (!scan.isGlob) throw new UsageError(`${path} does not exist.`);
  const base = resolve(folder, scan.base);
  if (statusOf(base, scan.base)?.isDirectory() !== true) {
    throw new UsageError(`${path} matches nothing: ${scan.base} is not a folder.`);
  }
  const isMatch = picomatch(scan.glob, { dot: true });
  const prefix = base.endsWith(sep) ? base.length : base.length + 1;
  return { base, pattern: path, matches: (file) => isMatch(file.slice(prefix).split(sep).join('/')) };
}

/** The folders that the targets stand in. */
export function startsOf(targets: Targets, workingDirectory: string): string[] {
  const starts = [
    ...targets.files.map((file) => dirname(file)),
    ...targets.folders,
    ...targets.globs.map((glob) => glob.base),
  ];
  if (targets.standardInput) starts.push(workingDirectory);
  return [...new Set(starts)];
}
