import type { Operation, Payload } from '../../openapi/types';
import { factsOf } from './operation-facts';

/**
 * An answer with protected data that says that it may have properties of any name besides, so that whatever its record has
 * goes out with it; null where none does.
 */
export function openAnswerOf(operation: Operation): Payload | null {
  const { results, returns } = factsOf(operation);
  if (returns.size === 0) return null;
  return results.find(({ open, properties }) => open === 'said' && properties.some(holdsData)) ?? null;
}

function holdsData({ dataClass, writeOnly }: Payload['properties'][number]): boolean {
  return dataClass !== null && !writeOnly;
}
