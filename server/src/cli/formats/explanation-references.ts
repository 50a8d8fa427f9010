import { PLAIN_WORDS, type Rule, referencesOf } from '../../core/index';
import type { Painter } from '../terminal';

/** The categories of a rule in plain words, and what the catalogues call it. */
export function knownAs(rule: Rule, paint: Painter): string[] {
  const categories = rule.stride.map((category) => ({ id: category, title: PLAIN_WORDS[category] }));
  return [{ source: 'STRIDE', references: categories }, ...referencesOf(rule)].flatMap(({ source, references }) => [
    `  ${source}`,
    ...references.map(({ id, title }) => `    ${id}${title === '' ? '' : `  ${paint('dim', title)}`}`),
  ]);
}
