import { git } from './git';

/** What a repository holds under each name (`1a2b3c`, `main:api.yaml`), in their order; null where it is no file there. */
export function readObjects(root: string, names: readonly string[]): (Buffer | null)[] {
  // A name is a line: one that holds several would be several.
  const lines = names.filter(isLine);
  if (lines.length === 0) return names.map(() => null);
  const answer = git(root, ['cat-file', '--batch'], `${lines.join('\n')}\n`);
  let offset = 0;
  return names.map((name) => {
    if (!isLine(name)) return null;
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

const isLine = (name: string): boolean => !name.includes('\n');
