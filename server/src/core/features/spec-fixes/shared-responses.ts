import type { SpecNodes } from '../../openapi/spec-nodes';
import type { ApiDescription, Operation } from '../../openapi/types';
import { encodePointer } from '../../text/pointer';
import { pathBetween } from '../path-between';

/** What some operation of the description refers to for a status, as a file names it; null where none refers to anything. */
export function sharedResponse(
  nodes: SpecNodes,
  description: ApiDescription,
  status: string,
  from: string,
): string | null {
  const key = `${status} ${from}`;
  const own = known.get(nodes) ?? new Map<string, string | null>();
  known.set(nodes, own);
  const before = own.get(key);
  if (before !== undefined) return before;
  const found = firstOf(description.operations, (one) => referenceFrom(nodes, one, status, from));
  own.set(key, found);
  return found;
}

/** All operations of a finding ask for the same. */
const known = new WeakMap<SpecNodes, Map<string, string | null>>();

function firstOf<T>(all: readonly T[], look: (one: T) => string | null): string | null {
  for (const one of all) {
    const found = look(one);
    if (found !== null) return found;
  }
  return null;
}

/** What an operation refers to for a status, as it is written in a file: `#/components/responses/Denied`, `../denied.yaml`. */
export function referenceFrom(nodes: SpecNodes, { at }: Operation, status: string, from: string): string | null {
  const answer = nodes.targetOf(at)?.get('responses')?.get(status) ?? null;
  const written = answer?.get('$ref')?.text();
  if (answer === null || written === undefined) return null;
  if (answer.view.uri === from) return written;
  const target = nodes.deref(answer);
  const address = target === null ? null : nodes.addressOfNode(target);
  if (address === null) return null;
  const pointer = address.path.map((key) => `/${encodePointer(String(key))}`).join('');
  const file = address.uri === from ? '' : pathBetween(from, address.uri);
  return pointer === '' ? file : `${file}#${pointer}`;
}
