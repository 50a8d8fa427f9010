/**
 * A count in a sentence. The forms for one and for several stand in braces: `{API has|APIs have} no owner` becomes
 * `1 API has no owner` and `2 APIs have no owner`.
 */
export function inWords(count: number, words: string): string {
  const chosen = words.replace(/\{([^|}]*)\|([^}]*)\}/g, (_, one: string, several: string) =>
    count === 1 ? one : several,
  );
  return `${count} ${chosen}`;
}
