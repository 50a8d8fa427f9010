import { didYouMean, nearest } from '../grammar/nearest';
import { CATEGORY_WORDS } from '../grammar/words';
import type { ModelWord } from '../words/word';
import type { Check } from './input';
import { writing } from './input';

/** Names of rules that are none, wherever they stand. */
export const unknownRules: Check = ({ words, known, model }) =>
  words.of('rule').flatMap((word) => {
    const { text, at } = word;
    if (isUnread(word)) return [];
    if (text === '' || known.rules.has(text) || model.names.get(text) === 'threats') return [];
    const suggestion = nearest(text, [...Object.values(CATEGORY_WORDS), ...known.rules]);
    const message = `\`${text}\` is no rule${didYouMean(suggestion)}`;
    return [{ code: 'unknown-rule', message, severity: 'error', at, ...writing(word, suggestion) }];
  });

/** A statement that does not read is told as such. */
function isUnread({ where, section, key }: ModelWord): boolean {
  const isStatement = key === null ? section === 'notApplicable' : key.type.kind === 'statement';
  return isStatement && where === undefined;
}
