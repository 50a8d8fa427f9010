import type { DataClass, Operation, Parameter, Property } from '../../openapi/types';
import type { SketchedApi } from './sketch';

/** A name under which a model can speak of fields, and what the descriptions say of all that bear it. */
export interface FieldName {
  /** `email`, or `Customer.name` where the name alone would say it of others too. */
  readonly name: string;
  readonly dataClass: DataClass;
  /** How many operations take or return it. */
  readonly operations: number;
}

/** The fields of one class. */
export interface FieldsOfClass {
  /** Those that can be named, the most used first. */
  readonly names: readonly FieldName[];
  /** Different fields, by schema and name, those that cannot be named among them. */
  readonly count: number;
  /** How many of them only an example tells, and how many an extension does. */
  readonly byExample: number;
  readonly byExtension: number;
}

type Field = Pick<Property, 'name' | 'dataClass'> & Partial<Pick<Property, 'schema' | 'dataFrom'>>;

interface Seen {
  /** All that bear the name have this class; null where some have none. */
  dataClass: DataClass | null;
  isOne: boolean;
  from: Property['dataFrom'];
  readonly operations: Set<Operation>;
}

/** Fields with a class in what the APIs take and return, by class. */
export function fieldsByClass(apis: readonly SketchedApi[]): ReadonlyMap<DataClass, FieldsOfClass> {
  const names = new Map<string, Seen>();
  const fields = new Map<string, Field>();
  for (const operation of apis.flatMap(({ description }) => description.operations)) {
    for (const field of fieldsIn(operation)) {
      const own = ownName(field);
      note(names, field.name, field, operation);
      if (own !== field.name) note(names, own, field, operation);
      if (field.dataClass !== null) fields.set(`${own} ${field.dataClass}`, field);
    }
  }
  return gathered(names, [...fields.values()]);
}

function* fieldsIn({ parameters, request, responses }: Operation): Iterable<Parameter | Property> {
  yield* parameters;
  yield* request?.properties ?? [];
  for (const { payload } of responses) yield* payload?.properties ?? [];
}

function ownName({ name, schema = null }: Field): string {
  return schema === null ? name : `${schema}.${name}`;
}

function note(names: Map<string, Seen>, name: string, { dataClass, dataFrom }: Field, operation: Operation): void {
  const seen = names.get(name);
  if (seen === undefined) names.set(name, { dataClass, isOne: true, from: dataFrom, operations: new Set([operation]) });
  else {
    if (seen.dataClass !== dataClass) seen.isOne = false;
    seen.operations.add(operation);
  }
}

function gathered(names: ReadonlyMap<string, Seen>, fields: readonly Field[]): ReadonlyMap<DataClass, FieldsOfClass> {
  const found = new Map<DataClass, { names: Map<string, FieldName>; fields: Map<string, Field> }>();
  for (const field of fields) {
    const dataClass = field.dataClass as DataClass;
    const group = found.get(dataClass) ?? { names: new Map<string, FieldName>(), fields: new Map<string, Field>() };
    found.set(dataClass, group);
    const name = [field.name, ownName(field)].find((one) => isSafe(one) && names.get(one)?.isOne === true);
    const operations = name === undefined ? 0 : (names.get(name)?.operations.size ?? 0);
    group.fields.set(name ?? ownName(field), field);
    if (name !== undefined) group.names.set(name, { name, dataClass, operations });
  }
  return new Map(
    [...found].map(([dataClass, group]) => [dataClass, summary([...group.names.values()], [...group.fields.values()])]),
  );
}

/** A blank would part an API from the field. */
function isSafe(name: string): boolean {
  return /^[\w$@.-]+$/.test(name);
}

function summary(names: readonly FieldName[], fields: readonly Field[]): FieldsOfClass {
  const from = (wanted: Property['dataFrom']) => fields.filter(({ dataFrom }) => dataFrom === wanted).length;
  return {
    names: [...names].sort((a, b) => b.operations - a.operations || (a.name < b.name ? -1 : 1)),
    count: fields.length,
    byExample: from('example'),
    byExtension: from('declaration'),
  };
}
