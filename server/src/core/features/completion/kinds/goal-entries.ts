import { textIn, valueAt } from '../sketch/read-sketch';
import type { Source } from '../source';
import { placeFor } from './defaults';
import type { Skeleton } from './skeleton';

/** Laws and standards by the class of data that they protect. */
const REGULATIONS: readonly (readonly [regulation: string, name: string, classes: readonly string[]])[] = [
  ['GDPR', 'gdpr', ['personal', 'special']],
  ['PCI DSS', 'cards', ['payment']],
];

/** Goals: first those that the model's data calls for and no goal has. */
export function goals(source: Source): Skeleton[] {
  const rules = REGULATIONS.map(([regulation, name, classes]) => ({
    regulation,
    name,
    data: source.named(['data']).find(({ id }) => classes.includes(classOf(source, id)))?.id,
    isSet: source.named(['goals']).some(({ title }) => title === regulation),
  }));
  const called = rules.filter(({ data, isSet }) => data !== undefined && !isSet);
  const others = called.length === 0 ? rules.slice(0, 1) : called;
  const byLaw = others.map(
    ({ regulation, name, data }): Skeleton => ({
      label: 'goal by regulation',
      detail: `A new goal: a law or standard, such as ${regulation}`,
      name,
      value: [
        ['regulation', regulation],
        ['protects', data ?? placeFor(source, 'protects')],
      ],
    }),
  );
  const byProperty: Skeleton = {
    label: 'goal by property',
    detail: 'A new goal: something that must stay so',
    name: 'uptime',
    value: [
      ['property', 'availability'],
      ['protects', source.apis[0]?.id ?? placeFor(source, 'protects')],
    ],
  };
  return called.length > 0 ? [...byLaw, byProperty] : [byProperty, ...byLaw];
}

function classOf({ root }: Source, id: string): string {
  const data = valueAt(valueAt(root, 'data'), id);
  return textIn(data) || textIn(valueAt(data, 'class'));
}
