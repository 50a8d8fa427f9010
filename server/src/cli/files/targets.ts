import { type Stats, statSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { codeOf } from '../../node/code-of';
import { reasonOf } from '../../node/read-text';
import { UsageError } from '../arguments';

/** What the words after `check` name; all paths absolute. */
export interface Targets {
  readonly files: readonly string[];
  readonly folders: readonly string[];
  readonly globs: readonly Glob[];
  readonly standardInput: boolean;
  /** The folders that they stand in, in the order given, each once. */
  readonly starts: readonly string[];
}

export interface Glob {
  readonly base: string;
  readonly pattern: string;
  readonly matches: (path: string) => boolean;
}

type Target =
  | { readonly kind: 'file' | 'folder' | 'input'; readonly path: string; readonly start: string }
  | { readonly kind: 'glob'; readonly glob: Glob; readonly start: string };

/** Sorts the given paths. What exists under its literal name is that. Throws a UsageError for what does not exist. */
export async function targetsOf(paths: readonly string[], folder: string): Promise<Targets> {
  const targets: Target[] = [];
  for (const path of paths) targets.push(await targetOf(path, folder));
  const pathsOf = (kind: string) =>
    targets.flatMap((target) => (target.kind !== 'glob' && target.kind === kind ? target.path : []));
  return {
    files: pathsOf('file'),
    folders: pathsOf('folder'),
    globs: targets.flatMap((target) => (target.kind === 'glob' ? target.glob : [])),
    standardInput: paths.includes('-'),
    starts: [...new Set(targets.map(({ start }) => start))],
  };
}

async function targetOf(path: string, folder: string): Promise<Target> {
  if (path === '-') return { kind: 'input', path, start: folder };
  if (path === '') throw new UsageError('A path is empty; the working directory is ".".');
  const absolute = resolve(folder, path);
  const status = statusOf(absolute, path);
  if (status?.isDirectory()) return { kind: 'folder', path: absolute, start: absolute };
  if (status !== undefined) return { kind: 'file', path: absolute, start: dirname(absolute) };
  const glob = await globOf(path, folder);
  return { kind: 'glob', glob, start: glob.base };
}

/** Undefined where nothing lies. Throws a UsageError where that cannot be told. */
function statusOf(absolute: string, path: string): Stats | undefined {
  try {
    return statSync(absolute, { throwIfNoEntry: false });
  } catch (error) {
    const code = codeOf(error);
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
