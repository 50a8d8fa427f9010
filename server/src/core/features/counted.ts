/** `1 operation`, `3 operations`. */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}

/** The same, and empty where there is none. */
export function countedIfAny(count: number, one: string, several?: string): string {
  return count <= 0 ? '' : counted(count, one, several);
}
