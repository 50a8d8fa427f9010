import type { Operation, Payload } from '../../../openapi/types';
import { memo } from '../../../text';
import type { Candidate } from '../item';
import type { Source } from '../source';

/** What a description names besides its operations. */
interface Names {
  readonly schemas: ReadonlyMap<string, readonly string[]>;
}

/** Schemas that payloads use, with the names of their own fields. */
const namesOf = memo((operations: readonly Operation[]): Names => {
  const schemas = new Map<string, Set<string>>();
  const fieldsOf = (name: string) => {
    const fields = schemas.get(name) ?? new Set<string>();
    schemas.set(name, fields);
    return fields;
  };
  for (const payload of operations.flatMap(payloadsOf)) {
    for (const name of payload.schemas) fieldsOf(name);
    for (const property of payload.properties)
      if (property.schema !== null) fieldsOf(property.schema).add(property.name);
  }
  return { schemas: new Map([...schemas].map(([name, fields]) => [name, [...fields]])) };
});

function payloadsOf({ request, responses }: Operation): Payload[] {
  return [request, ...responses.map(({ payload }) => payload)].filter((payload) => payload !== null);
}

/** Schemas of an API, of all for an empty id: name and API. */
export function schemasOf(source: Source, api: string): readonly { readonly id: string; readonly name: string }[] {
  return source
    .apisCalled(api)
    .flatMap(({ id, api: { description } }) =>
      [...namesOf(description.operations).schemas.keys()].map((name) => ({ id, name })),
    );
}

/** `Customer`; `store Customer` where several APIs have one of that name. */
export function schemaItems(source: Source, taken: ReadonlySet<string>): Candidate[] {
  const all = schemasOf(source, '');
  const counts = new Map<string, number>();
  for (const { name } of all) counts.set(name, (counts.get(name) ?? 0) + 1);
  return all.flatMap(({ id, name }): Candidate[] => {
    const text = (counts.get(name) ?? 0) > 1 ? `${id} ${name}` : name;
    return taken.has(text)
      ? []
      : [{ label: text, kind: 'part', text, detail: `schema of ${id}`, filter: `${name} ${text}` }];
  });
}

/** `email`, and `Order.email`: fields that payloads have, those first that are told to be sensitive. */
export function fieldItems(source: Source, taken: ReadonlySet<string>): Candidate[] {
  const items = new Map<string, Candidate>();
  const add = (text: string, detail: string) => {
    if (!taken.has(text) && !items.has(text)) items.set(text, { label: text, kind: 'part', text, detail });
  };
  const payloads = source.operationsOf('').flatMap(({ operation }) => payloadsOf(operation));
  const properties = payloads.flatMap((payload) => payload.properties);
  const telling = properties.filter(({ dataClass }) => dataClass !== null);
  for (const { name, dataClass } of telling) add(name, `${dataClass} by its name`);
  for (const { name, schema } of properties) {
    add(name, schema === null ? 'field' : `field of ${schema}`);
    if (schema !== null) add(`${schema}.${name}`, 'field of this schema alone');
  }
  return [...items.values()];
}
