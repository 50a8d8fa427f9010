import { didYouMean, nearest } from '../grammar/nearest';
import { isTodo } from '../read/todo';
import { type Check, writing } from './input';

/** Attack techniques that nobody calls so. */
export const unknownTechniques: Check = ({ words, known: { catalogue } }) =>
  words.of('attack').flatMap((word) => {
    const { text, at } = word;
    if (isTodo(text) || catalogue.isTechnique(text)) return [];
    // A name that is near none may be a technique all the same: it is kept, and no slip to warn of.
    const near = nearest(text.replaceAll(/[\s_]+/g, '-'), catalogue.techniqueNames());
    const message = `\`${text}\` is no attack technique that we know${didYouMean(near)}`;
    const severity = near === undefined ? 'information' : 'warning';
    return [{ code: 'unknown-technique', message, severity, at, ...writing(word, near) }];
  });
