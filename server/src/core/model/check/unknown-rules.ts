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
    const rules = isInStatement(word) ? [...known.rules, ...known.questions] : [...known.rules];
    if (text === '' || rules.includes(text) || model.names.get(text) === 'threats') return [];
    const suggestion = nearest(text, [...Object.values(CATEGORY_WORDS), ...rules]);
    const message = `\`${text}\` is no rule${didYouMean(suggestion)}`;
    return [{ code: 'unknown-rule', message, severity: 'error', at, ...writing(word, suggestion) }];
  });

function isInStatement({ section, key }: ModelWord): boolean {
  return key === null ? section === 'notApplicable' : key.type.kind === 'statement';
}

/** A statement that does not read is told as such. */
function isUnread(word: ModelWord): boolean {
  return isInStatement(word) && word.where === undefined;
}
