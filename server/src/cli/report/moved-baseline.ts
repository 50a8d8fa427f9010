import type { Baseline } from './baseline';

/** The lines of one description, by what they say of it: `missing-audit POST /orders`. */
type Lines = ReadonlyMap<string, string>;

/**
 * What a baseline knows, under the names that descriptions have now: a file that is gone, and most of whose lines are found in one that
 * the baseline does not name, has moved there.
 * @param now the lines of what is open now
 */
export function knownNow({ known, isThere }: Baseline, now: Iterable<string>): ReadonlyMap<string, number> {
  const [before, after] = [linesOf(known.keys()), linesOf(now)];
  const fresh = [...after].filter(([file]) => !before.has(file));
  const moved = new Map<string, string>();
  for (const [file, lines] of before) {
    if (after.has(file) || isThere(file)) continue;
    const like = fresh.find(([, others]) => sharedIn(lines, others) * 2 > lines.size);
    for (const [said, key] of like === undefined ? [] : lines) moved.set(key, like?.[1].get(said) ?? key);
  }
  return moved.size === 0 ? known : new Map([...known].map(([key, count]) => [moved.get(key) ?? key, count]));
}

function sharedIn(lines: Lines, others: Lines): number {
  return [...lines.keys()].filter((said) => others.has(said)).length;
}

function linesOf(keys: Iterable<string>): ReadonlyMap<string, Lines> {
  const files = new Map<string, Map<string, string>>();
  for (const key of keys) {
    const [, what = '', file = '', operation = ''] =
      /^(\S+) on (.+?)(?: (\S+ \/.*|(?:webhook|callback) .*))?$/.exec(key) ?? [];
    const lines = files.get(file) ?? new Map<string, string>();
    files.set(file, lines.set(`${what} ${operation}`, key));
  }
  return files;
}
