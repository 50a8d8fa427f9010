import { didYouMean, nearest } from '../grammar/nearest';
import { isTodo } from '../read/todo';
import { type Check, writing } from './input';

/** Controls that are none: such an answer answers no rule. */
export const unknownControls: Check = ({ words, known }) =>
  words.of('control').flatMap((word) => {
    const { text, at } = word;
    if (isTodo(text) || known.controls.has(text)) return [];
    const suggestion = nearest(text, known.controls);
    const message = `\`${text}\` is no known control${didYouMean(suggestion)}`;
    return [{ code: 'unknown-control', message, severity: 'warning', at, ...writing(word, suggestion) }];
  });
