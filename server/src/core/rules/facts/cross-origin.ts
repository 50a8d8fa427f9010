import type { CrossOrigin, Operation } from '../../openapi/types';
import { factsOf, isOpen } from './operation-facts';

/** The first response that every site may read by a declared `*` (or `null`, which any page can become); null where none is. */
export function openToEverySite({ responses }: Operation): CrossOrigin | null {
  const open = responses.find(({ crossOrigin }) => crossOrigin?.origins.some((one) => one === '*' || one === 'null'));
  return open?.crossOrigin ?? null;
}

/** It hands out or changes what is not for everyone. */
export function isGuarded(operation: Operation): boolean {
  const { writes, returns } = factsOf(operation);
  return !isOpen(operation) || returns.size > 0 || (writes && operation.method !== 'OPTIONS');
}
