import type { Operation } from '../../openapi/types';
import type { ModelData } from '../types';
import { type BoundOperation, isCalled, type NamedApi } from './binding';
import { causesOf } from './causes';

/** Operations that take or return data of this id, by the schemas and fields that its entry names. */
export function operationsWith(
  data: readonly ModelData[],
  id: string,
  apis: readonly NamedApi[],
): readonly BoundOperation[] {
  const one = data.find((candidate) => candidate.id === id);
  if (one === undefined) return [];
  return apis.flatMap((api) =>
    api.description.operations
      .filter((operation) => holds(operation, api, one))
      .map((operation) => ({ api: api.id, operation })),
  );
}

function holds(operation: Operation, api: NamedApi, { schemas, fields }: ModelData): boolean {
  const names = fieldsOf(operation);
  return (
    fields.some((field) => names.has(field)) ||
    schemas.some((schema) => {
      const [first = '', second] = schema.split(/\s+/);
      if (second !== undefined && !isCalled(api, first)) return false;
      return schemasOf(operation).has(second ?? first);
    })
  );
}

/** The schemas that an operation takes or returns, by their names. */
export function schemasOf(operation: Operation): ReadonlySet<string> {
  const known = schemasIn.get(operation);
  if (known !== undefined) return known;
  const names = new Set<string>();
  for (const cause of causesOf(operation)) if (cause.startsWith('schema ')) names.add(cause.slice('schema '.length));
  schemasIn.set(operation, names);
  return names;
}

const schemasIn = new WeakMap<Operation, ReadonlySet<string>>();
const remembered = new WeakMap<Operation, ReadonlySet<string>>();

/** The fields of an operation as `data` names them: `email`, `Order.address`; parameters by their names. */
export function fieldsOf(operation: Operation): ReadonlySet<string> {
  const known = remembered.get(operation);
  if (known !== undefined) return known;
  const names = new Set(operation.parameters.map(({ name }) => name));
  for (const payload of [operation.request, ...operation.responses.map((response) => response.payload)]) {
    for (const { name, schema } of payload?.properties ?? []) {
      names.add(name);
      if (schema !== null) names.add(`${schema}.${name}`);
    }
  }
  remembered.set(operation, names);
  return names;
}
