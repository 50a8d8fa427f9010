import { UsageError } from '../arguments';
import { git, notHere } from './git';
import { filesAmong, readObjects } from './objects';

/** A commit that changed a file. */
export interface Commit {
  readonly id: string;
  readonly author: string;
  /** When it was written, ISO 8601 with the author's offset. */
  readonly date: string;
  /** First line of its message. */
  readonly subject: string;
  /** The file as it left it; null where it took it away. */
  readonly text: Buffer | null;
  /** The file as each of its parents had it, under an earlier name too; null where one had none. */
  readonly before: readonly (Buffer | null)[];
}

/** A commit before its texts are read. */
interface Found extends Omit<Commit, 'text' | 'before'> {
  readonly parents: readonly string[];
  /** The name that the file has in it. */
  readonly path: string;
  /** The name that it had in each parent. */
  readonly earlier: string;
}

/**
 * The commits that changed a file, the newest first; a merge where it left the file as none of its parents had it. Names that the
 * file had before are followed. `path` is from the repository's root, with `/`. Throws a UsageError where the clone lacks a text.
 */
export function historyOf(root: string, path: string): Commit[] {
  const found = new Map<string, Found>();
  const ways: Way[] = [['HEAD', path]];
  for (let way = ways.pop(); way !== undefined; way = ways.pop()) {
    const fresh = commitsFrom(root, ...way).filter(({ id, path: name }) => !found.has(`${id} ${name}`));
    for (const commit of fresh) {
      const earlier = commit.begins ? earlierName(root, commit) : null;
      found.set(`${commit.id} ${commit.path}`, { ...commit, earlier: earlier ?? commit.path });
      if (earlier !== null) ways.push([commit.parents[0] ?? '', earlier]);
    }
  }
  return withTexts(root, [...found.values()]);
}

type Way = readonly [start: string, path: string];

function withTexts(root: string, found: readonly Found[]): Commit[] {
  const places = found.flatMap(({ id, parents, path, earlier }) => [
    { commit: id, path },
    ...parents.map((commit) => ({ commit, path: earlier })),
  ]);
  const texts = readObjects(
    root,
    places.map(({ commit, path }) => `${commit}:${path}`),
  );
  for (const [index, { commit, path }] of places.entries())
    if (texts[index] === null && has(root, commit, path)) throw notHere(path);
  let at = 0;
  return found.map(({ id, author, date, subject, parents }) => {
    const text = texts[at] ?? null;
    const before = texts.slice(at + 1, at + 1 + parents.length);
    at += 1 + parents.length;
    return { id, author, date, subject, text, before };
  });
}

/** Whether a commit has a file, wherever its text is. */
function has(root: string, commit: string, path: string): boolean {
  return git(root, ['ls-tree', '-z', '--full-tree', commit, '--', path]).length > 0;
}

const FIELDS = ['%H', '%P', '%an', '%aI', '%s'];
const QUIET = ['--no-ext-diff', '--no-textconv'];

type Listed = Omit<Found, 'earlier'> & {
  /** Its first parent has no file of that name. */
  readonly begins: boolean;
};

function commitsFrom(root: string, start: string, path: string): Listed[] {
  const format = `--format=${FIELDS.map((field) => `${field}%x00`).join('')}`;
  const words = ['log', '-z', '--full-history', ...QUIET, '--no-show-signature', format, start, '--', path];
  const fields = git(root, words).toString('utf8').split('\0');
  const commits: Omit<Listed, 'begins'>[] = [];
  for (let at = 0; at + FIELDS.length <= fields.length; at += FIELDS.length + 1) {
    const [id = '', parents = '', author = '', date = '', subject = ''] = fields.slice(at, at + FIELDS.length);
    commits.push({ id, parents: parents.split(' ').filter(Boolean), author, date, subject, path });
  }
  const inFirst = commits.flatMap(({ parents: [parent] }) => (parent === undefined ? [] : [`${parent}:${path}`]));
  const held = filesAmong(root, inFirst);
  return commits.map((commit) => {
    const [parent] = commit.parents;
    return { ...commit, begins: parent !== undefined && !held.has(`${parent}:${path}`) };
  });
}

/** The name from which a commit moved a file to the one that it has; null where it made it anew, or that cannot be told. */
function earlierName(root: string, { id, parents: [parent = ''], path }: Listed): string | null {
  const words = ['diff-tree', '-r', '-M', '-z', ...QUIET, '--name-status', '--diff-filter=R', parent, id];
  try {
    const moved = git(root, words).toString('utf8').split('\0');
    for (let at = 0; at + 2 < moved.length; at += 3) if (moved[at + 2] === path) return moved[at + 1] ?? null;
  } catch (error) {
    // A clone without all of its objects cannot compare files.
    if (!(error instanceof UsageError)) throw error;
  }
  return null;
}

/** Whether earlier commits are left out of a clone. */
export function isCutOff(root: string): boolean {
  return git(root, ['rev-parse', '--is-shallow-repository']).toString('latin1').trim() === 'true';
}
