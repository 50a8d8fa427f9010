import type { CrossOrigin, Operation } from '../../openapi/types';
import type { ApiFacts } from '../types';
import { factsOf, isOpen } from './operation-facts';

/**
 * Where every site may read what an operation answers, by a declared `*` (or `null`, which any page can become): the first
 * such response, or the setting of a gateway; null where none is.
 */
export function openToEverySite({ responses }: Operation, { description }: ApiFacts): CrossOrigin | null {
  const said = responses.map(({ crossOrigin }) => crossOrigin).filter((one) => one !== undefined);
  const applied = said.length > 0 ? said : [description.crossOrigin];
  return applied.find((one) => one?.origins.some((origin) => origin === '*' || origin === 'null')) ?? null;
}

/** It hands out or changes what is not for everyone. */
export function isGuarded(operation: Operation): boolean {
  const { writes, returns } = factsOf(operation);
  return !isOpen(operation) || returns.size > 0 || (writes && operation.method !== 'OPTIONS');
}
