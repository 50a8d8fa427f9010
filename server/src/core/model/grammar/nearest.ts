/** The candidate that `word` is most likely a slip of, or undefined where none is near. Case is ignored. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.min(4, 1 + Math.floor(wanted.length / 3));
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) >= bestDistance + 1) continue;
    const found = distance(wanted, candidate.toLowerCase(), bestDistance);
    if (found < bestDistance || (found === bestDistance && best === undefined && found < wanted.length)) {
      best = candidate;
      bestDistance = found;
    }
  }
  return best;
}

/** ` (did you mean X?)` for a message, or nothing. */
export function didYouMean(suggestion: string | undefined): string {
  return suggestion === undefined ? '' : `; did you mean \`${suggestion}\`?`;
}

/** Edits (insert, delete, replace, swap of neighbours) from one word to another; anything above `limit` may be reported as more. */
function distance(from: string, to: string, limit: number): number {
  let before: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const row = nextRow(from, to, i, before, previous);
    if (row.every((cost) => cost > limit)) return limit + 1;
    before = previous;
    previous = row;
  }
  return previous[to.length] ?? limit + 1;
}

function nextRow(
  from: string,
  to: string,
  i: number,
  before: readonly number[],
  previous: readonly number[],
): number[] {
  const row = [i];
  for (let j = 1; j <= to.length; j++) {
    const change = from[i - 1] === to[j - 1] ? 0 : 1;
    const cost = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + change);
    const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
    row.push(swapped ? Math.min(cost, (before[j - 2] ?? 0) + 1) : cost);
  }
  return row;
}
