/**
 * How well a name holds the letters of a query in their order, or null where it does not. Case and blanks of the query are
 * ignored; letters that follow each other, or begin a word, count more. Everything holds an empty query.
 */
export function fuzzyScore(name: string, query: string): number | null {
  const wanted = query.toLowerCase().replace(/\s+/g, '');
  const text = name.toLowerCase();
  const whole = text.indexOf(query.trim().toLowerCase());
  let score = wanted !== '' && whole >= 0 ? 100 : 0;
  let last = -2;
  for (const letter of wanted) {
    const at = text.indexOf(letter, Math.max(0, last + 1));
    if (at < 0) return null;
    if (at === last + 1) score += 3;
    if (isWordStart(name, at)) score += 2;
    last = at;
  }
  return score - name.length / 1000;
}

function isWordStart(name: string, at: number): boolean {
  const before = name[at - 1];
  if (before === undefined || !/\w/.test(before)) return true;
  return /[A-Z]/.test(name[at] ?? '') && /[a-z\d]/.test(before);
}
