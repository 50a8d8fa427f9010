import type { Model, ModelProblem } from '../types';
import type { Check } from './input';

/** A field that two entries of `data` give to different classes: the first counts. */
export const dataTwice: Check = ({ model, words }) => {
  if (model.data.length < 2) return [];
  const first = firstNaming(model);
  const byId = new Map(model.data.map((one) => [one.id, one]));
  return words.of('field').flatMap(({ section, entry, text, at }): ModelProblem[] => {
    const known = section === 'data' ? first.get(text) : undefined;
    const own = byId.get(entry);
    if (known === undefined || own === undefined || own.class === '' || known.class === own.class) return [];
    const message = `\`${text}\` is ${known.class} by \`${known.id}\`, which counts, and ${own.class} here: take it out of one of them`;
    return [{ code: 'contradiction', message, severity: 'warning', at }];
  });
};

/** The entry that each field has its class from. */
function firstNaming({ data }: Model): ReadonlyMap<string, Model['data'][number]> {
  const first = new Map<string, Model['data'][number]>();
  for (const one of data) {
    if (one.class === '') continue;
    for (const field of one.fields) if (!first.has(field)) first.set(field, one);
  }
  return first;
}
