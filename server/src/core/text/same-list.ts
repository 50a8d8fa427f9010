/** Whether two lists hold the very same things in the same order. */
export function sameList(first: readonly unknown[], second: readonly unknown[]): boolean {
  if (first === second) return true;
  if (first.length !== second.length) return false;
  for (let index = 0; index < first.length; index++) if (first[index] !== second[index]) return false;
  return true;
}
