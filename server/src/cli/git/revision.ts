import { UsageError } from '../arguments';
import { git, notHere } from './git';
import { readObjects } from './objects';

/** A file of a revision. */
interface Blob {
  readonly object: string;
  /** In bytes. */
  readonly size: number;
}

/** Texts asked for at once come to about so many bytes. */
const BATCH = 64 * 1024 * 1024;

/** The files of a repository as they were at a commit. */
export class Revision {
  private constructor(
    readonly root: string,
    /** The whole id of the commit. */
    readonly commit: string,
    /** Regular files by their path from the root, with `/`. */
    readonly files: ReadonlyMap<string, Blob>,
  ) {}

  /** Throws a UsageError where the words name no commit. */
  static at(root: string, reference: string): Revision {
    if (reference.startsWith('-') || reference === '') {
      throw new UsageError(`--since takes a branch, tag or commit; not "${reference}".`);
    }
    const commit = commitOf(root, reference);
    const listed = git(root, ['ls-tree', '-r', '-z', '-l', '--full-tree', commit]).toString('utf8');
    return new Revision(root, commit, new Map(listed.split('\0').flatMap(fileIn)));
  }

  /** The bytes of files, by path; those that the revision has not got are left out. Throws a UsageError where a text is missing. */
  read(paths: readonly string[]): ReadonlyMap<string, Buffer> {
    const found = new Map<string, Buffer>();
    for (const batch of this.#batches(paths)) {
      const objects = readObjects(
        this.root,
        batch.map((path) => this.files.get(path)?.object ?? ''),
      );
      for (const [index, bytes] of objects.entries()) {
        const path = batch[index] ?? '';
        if (bytes === null) throw notHere(path);
        found.set(path, bytes);
      }
    }
    return found;
  }

  *#batches(paths: readonly string[]): Generator<readonly string[]> {
    let batch: string[] = [];
    let bytes = 0;
    for (const path of paths) {
      const file = this.files.get(path);
      if (file === undefined) continue;
      batch.push(path);
      bytes += file.size;
      if (bytes < BATCH) continue;
      yield batch;
      batch = [];
      bytes = 0;
    }
    if (batch.length > 0) yield batch;
  }
}

function commitOf(root: string, reference: string): string {
  try {
    const words = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${reference}^{commit}`];
    return git(root, words).toString('latin1').trim();
  } catch (error) {
    if (error instanceof UsageError && /ended with/.test(error.message)) {
      throw new UsageError(`--since: the repository has no commit "${reference}".`);
    }
    throw error;
  }
}

/** Links and other repositories are no files of ours. */
function fileIn(record: string): [string, Blob][] {
  const [, mode = '', object = '', size = '', path = ''] =
    /^(\d+) blob ([0-9a-f]+) +(\d+|BAD|-)\t([\s\S]+)$/.exec(record) ?? [];
  if (!mode.startsWith('100')) return [];
  // Of a text that is not here git does not know how long it is.
  return [[path, { object, size: Number.parseInt(size, 10) || 0 }]];
}
