import type { Operation } from '../../openapi/types';

const remembered = new WeakMap<Operation, ReadonlySet<string>>();

/** What an operation shares with others: `scheme account`, `schema Order`. */
export function causesOf(operation: Operation): ReadonlySet<string> {
  const known = remembered.get(operation);
  if (known !== undefined) return known;
  const causes = new Set(operation.security.alternatives.flat().map((need) => `scheme ${need.scheme}`));
  for (const payload of [operation.request, ...operation.responses.map((response) => response.payload)]) {
    for (const schema of payload?.schemas ?? []) causes.add(`schema ${schema}`);
    for (const { schema } of payload?.properties ?? []) if (schema !== null) causes.add(`schema ${schema}`);
  }
  remembered.set(operation, causes);
  return causes;
}
