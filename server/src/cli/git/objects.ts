import { git } from './git';

/** What a repository holds under each name (`1a2b3c`, `main:api.yaml`), in their order; null where it is no file there. */
export function readObjects(root: string, names: readonly string[]): (Buffer | null)[] {
  if (names.length === 0) return [];
  const answer = git(root, ['cat-file', '--batch'], `${names.join('\n')}\n`);
  let offset = 0;
  return names.map(() => {
    const end = answer.indexOf(10, offset);
    // What is not there is answered with its name, which may hold blanks, and one word.
    const [, kind, size] = / (blob|tree|commit|tag) (\d+)$/.exec(answer.toString('utf8', offset, end)) ?? [];
    offset = end + 1;
    if (kind === undefined) return null;
    const bytes = answer.subarray(offset, offset + Number(size));
    offset += Number(size) + 1;
    return kind === 'blob' ? bytes : null;
  });
}
