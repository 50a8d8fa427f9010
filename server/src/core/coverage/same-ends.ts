/** How many things two lists have in common from the start, and of the rest from the end. */
export interface SameEnds {
  readonly start: number;
  readonly end: number;
}

/** The ends that two lists of these lengths have in common. `isSame`: by the place in the first and the place in the second. */
export function sameEnds(first: number, second: number, isSame: (first: number, second: number) => boolean): SameEnds {
  const shorter = Math.min(first, second);
  let start = 0;
  while (start < shorter && isSame(start, start)) start++;
  let end = 0;
  while (end < shorter - start && isSame(first - 1 - end, second - 1 - end)) end++;
  return { start, end };
}
