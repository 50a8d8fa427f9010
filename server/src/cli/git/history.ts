import { git } from './git';
import { readObjects } from './objects';

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
}

/** The commits that changed a file, the oldest first. `path` is from the repository's root, with `/`. */
export function historyOf(root: string, path: string): Commit[] {
  const format = '--format=%H%x00%an%x00%aI%x00%s%x00';
  const words = ['log', '-z', '--reverse', '--no-ext-diff', '--no-textconv', '--no-show-signature', format, '--', path];
  const fields = git(root, words).toString('utf8').split('\0');
  const commits: Omit<Commit, 'text'>[] = [];
  for (let at = 0; at + 3 < fields.length; at += 5) {
    const [id = '', author = '', date = '', subject = ''] = fields.slice(at, at + 4);
    commits.push({ id, author, date, subject });
  }
  const texts = readObjects(
    root,
    commits.map(({ id }) => `${id}:${path}`),
  );
  return commits.map((commit, index) => ({ ...commit, text: texts[index] ?? null }));
}
