import { listed } from '../../model';

/** Statements with those of one place as one: `spoofing on GET /a`, `denial on GET /a` are `spoofing and denial on GET /a`. */
export function joinedStatements(statements: readonly string[]): string[] {
  const byPlace = new Map<string, Set<string>>();
  for (const text of statements) {
    const split = text.indexOf(' on ');
    const [what, where] = split < 0 ? ['', text] : [text.slice(0, split), text.slice(split + 4)];
    const all = byPlace.get(where) ?? new Set();
    byPlace.set(where, all);
    for (const word of what.split(/, | and /)) all.add(word);
  }
  return [...byPlace].map(([where, what]) => (what.has('') ? where : `${listed([...what])} on ${where}`));
}
