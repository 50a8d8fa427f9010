import type { Operation, Payload } from '../../openapi/types';
import type { Where } from '../types';

/** The parts of an operation as the language names them: `query.limit`, `body.owner.email`, `property.email`. */
export function partsOf(operation: Operation): ReadonlySet<string> {
  const known = remembered.get(operation);
  if (known !== undefined) return known;
  const parts = new Set<string>();
  for (const parameter of operation.parameters) parts.add(`${parameter.in}.${parameter.name}`);
  for (const need of operation.security.alternatives.flat()) {
    if (need.definition?.type === 'apiKey') parts.add(`${need.definition.in}.${need.definition.parameterName}`);
  }
  addPayload(parts, 'body', operation.request);
  for (const response of operation.responses) {
    addPayload(parts, 'response', response.payload);
    for (const header of response.headers) parts.add(`response.${header}`);
  }
  remembered.set(operation, parts);
  return parts;
}

const remembered = new WeakMap<Operation, ReadonlySet<string>>();

function addPayload(parts: Set<string>, side: 'body' | 'response', payload: Payload | null): void {
  for (const property of payload?.properties ?? []) {
    parts.add(`${side}.${property.path}`);
    parts.add(`property.${property.path}`);
    parts.add(`property.${property.name}`);
  }
}

/** The part of an operation that a place names; empty where it means whole operations, or a cause. */
export function partOf(where: Where): string {
  return where.kind === 'operations' || where.kind === 'here' ? where.part : '';
}

/** Whether an operation has a part, something inside it, or something around it that may hold more than was read. */
export function hasPart(operation: Operation, part: string): boolean {
  const parts = partsOf(operation);
  if (parts.has(part)) return true;
  for (const known of parts) {
    if (known.startsWith(`${part}.`)) return true;
    if (/^(?:body|response|property)\./.test(part) && part.startsWith(`${known}.`)) return true;
  }
  return false;
}
