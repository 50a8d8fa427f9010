import { didYouMean, nearest } from '../grammar/nearest';
import { isTodo } from '../read/todo';
import { type Check, writing } from './input';

/** Ids that the OWASP API Security Top 10 does not have, in either edition. */
export const unknownOwasp: Check = ({ words, known: { catalogue } }) =>
  words.of('owasp').flatMap((word) => {
    const { text, at } = word;
    if (isTodo(text) || catalogue.owaspIds.has(text)) return [];
    const suggestion = meant(text, catalogue.owaspIds);
    const message = `\`${text}\` is no id of the OWASP API Security Top 10${didYouMean(suggestion)}`;
    return [{ code: 'unknown-owasp', message, severity: 'warning', at, ...writing(word, suggestion) }];
  });

/** `api01-2023`, `API1`: what is surely meant; else the nearest. An edition that is not there is nobody's slip. */
function meant(text: string, ids: ReadonlySet<string>): string | undefined {
  const found = /^API\s*0*(\d{1,2})(?:\D*(\d{4}))?$/i.exec(text);
  if (found === null) return nearest(text.toUpperCase(), ids);
  const id = `API${found[1]}:${found[2] ?? '2023'}`;
  return ids.has(id) ? id : undefined;
}
