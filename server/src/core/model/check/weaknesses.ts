import type { ModelProblem } from '../types';
import type { ModelWord } from '../words/word';
import type { Check } from './input';
import type { KnownCatalogue } from './known-words';

/** Numbers that are no weakness, or one that says too little of a threat. */
export const weaknesses: Check = ({ words, known: { catalogue } }) =>
  words.of('cwe').flatMap((word) => {
    const found = /^(?:CWE-)?(\d+)$/i.exec(word.text);
    return found === null ? [] : problemsOf(Number(found[1]), word, catalogue);
  });

function problemsOf(number: number, { at }: ModelWord, known: KnownCatalogue): ModelProblem[] {
  if (known.isUnused(number)) {
    const message = `CWE has no entry ${number}: name the weakness by its number`;
    return [{ code: 'unknown-weakness', message, severity: 'warning', at }];
  }
  if (known.isUnmappable(number)) {
    const message = `CWE-${number} is a category, a view or withdrawn, and no weakness: name the weakness itself`;
    return [{ code: 'no-weakness', message, severity: 'warning', at }];
  }
  const weakness = known.weaknessOf(number);
  if (weakness === undefined || weakness.mapping === 'allowed' || weakness.mapping === 'review') return [];
  const named = weakness.better.map((better) => describe(better, known)).join(', ');
  const message = `CWE-${number} (${weakness.title}) says too little of a threat${named === '' ? '' : `; better: ${named}`}`;
  return [{ code: 'vague-weakness', message, severity: 'warning', at, ...repairs(weakness.better) }];
}

function describe(number: number, known: KnownCatalogue): string {
  const title = known.weaknessOf(number)?.title;
  return title === undefined ? `CWE-${number}` : `CWE-${number} (${title})`;
}

function repairs(better: readonly number[]): Pick<ModelProblem, 'fix' | 'fixes'> {
  const fixes = better.map((number) => ({ title: `Write \`${number}\``, newText: String(number) }));
  const [first] = fixes;
  if (first === undefined) return {};
  return fixes.length === 1 ? { fix: first } : { fixes };
}
