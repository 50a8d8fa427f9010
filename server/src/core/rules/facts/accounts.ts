import type { Operation } from '../../openapi/types';
import { entryOf } from './access';
import { factsOf, isOpen } from './operation-facts';
import { anyOf, wordSet } from './words';

const ASKS = wordSet('exists exist available availability taken registered');
const NAMES = wordSet('email mail username user account phone mobile login name member customer');

/** How an operation that needs no login tells who has an account, as the end of a sentence; null where it does not. */
export function tellsOf(operation: Operation): string | null {
  const facts = factsOf(operation);
  if (!isOpen(operation)) return null;
  const entry = entryOf(operation);
  if ((entry === 'login' || entry === 'recovery') && operation.responses.some(({ status }) => status === '404'))
    return 'answers 404 where there is no such account';
  const list = [...facts.pathWords, ...facts.idWords];
  return anyOf(list, ASKS) && anyOf(list, NAMES) ? 'tells anyone whether an account exists' : null;
}
