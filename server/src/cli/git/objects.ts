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

/** Those of the names under which a repository holds a file, of which none is read for it. */
export function filesAmong(root: string, names: readonly string[]): ReadonlySet<string> {
  const lines = names.filter(isLine);
  if (lines.length === 0) return new Set();
  const answers = git(root, ['cat-file', '--batch-check'], `${lines.join('\n')}\n`)
    .toString('utf8')
    .split('\n');
  return new Set(lines.filter((_, index) => / blob \d+$/.test(answers[index] ?? '')));
}

const isLine = (name: string): boolean => !name.includes('\n');
