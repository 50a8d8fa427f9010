import type { NewEntry, NewSection } from '../../model';
import { listed } from '../../model';
import type { DataClass, Operation } from '../../openapi/types';
import { factsOf } from '../../rules/facts/operation-facts';
import { counted } from '../counted';
import { type FieldsOfClass, fieldsByClass } from './data-fields';
import type { Ids } from './ids';
import { type SketchedApi, shortened } from './sketch';

export interface DataKind {
  readonly dataClass: DataClass;
  readonly id: string;
  /** The language's class. */
  readonly class: string;
}

/** The most sensitive first. Where the language's class says less than ours, naming the fields would lose what is known. */
export const DATA_KINDS: readonly DataKind[] = [
  { dataClass: 'credentials', id: 'credentials', class: 'credentials' },
  { dataClass: 'payment', id: 'payment-data', class: 'payment' },
  { dataClass: 'health', id: 'health-data', class: 'special' },
  { dataClass: 'special', id: 'special-data', class: 'special' },
  { dataClass: 'government-id', id: 'identity-numbers', class: 'personal' },
  { dataClass: 'financial', id: 'financial-data', class: 'financial' },
  { dataClass: 'personal', id: 'personal-data', class: 'personal' },
  { dataClass: 'location', id: 'location-data', class: 'personal' },
  { dataClass: 'confidential', id: 'confidential-data', class: 'confidential' },
];
const MOST_KINDS = 6;
const MOST_FIELDS = 8;

/** The data of some APIs: its section, and what flows call it. */
export interface SketchedData {
  readonly section: NewSection;
  readonly ids: ReadonlyMap<DataClass, string>;
}

/** One entry for each class of data that the descriptions show, with the fields that most operations use. */
export function guessData(apis: readonly SketchedApi[], ids: Ids): SketchedData {
  const fields = fieldsByClass(apis);
  const kinds = DATA_KINDS.filter(({ dataClass }) => fields.has(dataClass));
  const named = kinds.slice(0, MOST_KINDS).map((kind) => ({ ...kind, id: ids.take(kind.id) }));
  const leftOut = kinds.slice(MOST_KINDS).map(({ id }) => id.replace('-', ' '));
  return {
    section: {
      name: 'data',
      entries: named.map((kind) => entryOf(kind, fields.get(kind.dataClass) as FieldsOfClass)),
      after: leftOut.length === 0 ? '' : `left out: ${listed(leftOut)}`,
    },
    ids: new Map(named.map(({ dataClass, id }) => [dataClass, id])),
  };
}

function entryOf({ id, dataClass, class: name }: DataKind, fields: FieldsOfClass): NewEntry {
  const value = [['class', name] as const];
  const [first] = fields.names;
  const from = `guessed: ${reasonOf(fields)}`;
  if (dataClass !== name || first === undefined) {
    const example = first === undefined ? '' : `, such as ${shortened(first.name)}`;
    return {
      name: id,
      value,
      comment: `${from}${example}; left unlisted, since more is known of them than this class says`,
    };
  }
  const shown = fields.names.slice(0, MOST_FIELDS).map((one) => one.name);
  const rest = fields.names.length - shown.length;
  const comment = rest === 0 ? from : `${from}; ${rest} more are not listed, and count all the same`;
  return { name: id, value: [...value, ['fields', shown]], comment };
}

function reasonOf({ count, byExample, byExtension }: FieldsOfClass): string {
  const byName = count - byExample - byExtension;
  const reasons = [
    [byName, byName === 1 ? 'the name' : 'the names'],
    [byExtension, 'extensions'],
    [byExample, byExample === 1 ? 'the example' : 'the examples'],
  ] as const;
  const told = reasons
    .filter(([number]) => number > 0)
    .map(([number, what]) => `${what} of ${counted(number, 'field')}`);
  return `from ${listed(told)}`;
}

/** What operations take and return, as the model calls it; the most sensitive first. */
export function carriedBy(operations: readonly Operation[], { ids }: Pick<SketchedData, 'ids'>): string[] {
  const classes = new Set(operations.flatMap(classesOf));
  return [...ids].filter(([dataClass]) => classes.has(dataClass)).map(([, id]) => id);
}

function classesOf(operation: Operation): DataClass[] {
  const { takes, returns } = factsOf(operation);
  return [...takes, ...returns];
}
