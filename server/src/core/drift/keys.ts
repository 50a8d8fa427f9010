import { operationText } from '../model';
import type { Operation } from '../openapi/types';

/**
 * What a lock calls each operation of an API: `store GET /orders/{orderId}`, `store webhook orderShipped`. Webhooks and callbacks
 * of one name get their method and path behind it, and a number where these are the same too.
 */
export function keysOf(operations: readonly Operation[], api: string): ReadonlyMap<Operation, string> {
  const names = operations.map((operation) => operationText(operation, api));
  const often = new Map<string, number>();
  for (const name of names) often.set(name, (often.get(name) ?? 0) + 1);
  const taken = new Map<string, number>();
  return new Map(
    operations.map((operation, index) => {
      const name = names[index] as string;
      const whole = often.get(name) === 1 ? name : `${name} ${operation.method} ${operation.path}`;
      const count = (taken.get(whole) ?? 0) + 1;
      taken.set(whole, count);
      return [operation, count === 1 ? whole : `${whole} ${count}`];
    }),
  );
}
