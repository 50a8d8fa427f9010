import type { ApiDescription, DataClass } from '../../../openapi/types';
import { memo } from '../../../text';
import { type FieldsOfClass, fieldsByClass } from '../../first-model/data-fields';
import { DATA_KINDS } from '../../first-model/guess-data';
import { textsAt, valueAt } from '../sketch/read-sketch';
import type { Source } from '../source';
import type { Skeleton } from './skeleton';

const MOST_FIELDS = 8;

/** Data that the descriptions show and the model has not named, that of most fields first; then any. */
export function data(source: Source): Skeleton[] {
  const named = namedIn(source);
  const shown = DATA_KINDS.flatMap(({ dataClass, class: name, id }): Skeleton[] => {
    // Where the language's class says less than ours, naming the fields would lose what is known.
    const fields = dataClass === name ? fieldsOf(source, dataClass).filter((field) => !named.has(field)) : [];
    if (fields.length === 0) return [];
    const listed = fields.slice(0, MOST_FIELDS);
    const label = /\bdata$/.test(id) ? id.replace('-', ' ') : `${id} data`;
    return [
      {
        label,
        detail: `New: ${listed.join(', ')}`,
        name: id,
        value: [
          ['class', name],
          ['fields', listed],
        ],
      },
    ];
  });
  return [...shown.sort((a, b) => countOf(b) - countOf(a)), any];
}

const any: Skeleton = {
  label: 'data',
  detail: 'New data that is worth protecting',
  name: 'customer',
  value: [
    ['class', 'personal'],
    ['fields', 'email'],
  ],
};

function countOf({ value: [, fields] }: Skeleton): number {
  return Array.isArray(fields) && Array.isArray(fields[1]) ? fields[1].length : 0;
}

/** Fields of a class, in APIs that say nothing else of the name. */
function fieldsOf({ apis }: Source, wanted: DataClass): string[] {
  const all = apis.map(({ api }) => shownIn(api.description));
  const names = all.flatMap((fields) => fields.get(wanted)?.names.map(({ name }) => name) ?? []);
  const others = all.flatMap((fields) =>
    [...fields].flatMap(([one, { names: theirs }]) => (one === wanted ? [] : theirs.map(({ name }) => name))),
  );
  return [...new Set(names)].filter((name) => !others.includes(name));
}

const shownIn = memo(
  (description: ApiDescription): ReadonlyMap<DataClass, FieldsOfClass> =>
    fieldsByClass([{ id: '', spec: '', description, exposure: 'internet' }]),
);

/** Fields that stand under `data`. */
function namedIn({ root }: Source): ReadonlySet<string> {
  const section = valueAt(root, 'data');
  const entries = section?.kind === 'map' ? section.pairs : [];
  return new Set(entries.flatMap(({ value }) => textsAt(value, 'fields')));
}
