import type { Operation } from '../../openapi/types';
import { type Input, inputsOf } from './inputs';
import { wordSet, words } from './words';

const TARGETS = wordSet(
  'redirect redirecturl redirecturi redirectto returnurl returnto returnuri nexturl continueurl gotourl backurl',
);
/** Names of such targets only where the answer is a redirect. */
const HINTS = wordSet('url uri next return continue goto back target dest destination link to');

/** The first query value to which the operation redirects, unless a list, a pattern or a registered client narrows it. */
export function redirectOf(operation: Operation): Input | null {
  if (operation.method !== 'GET' || operation.parameters.some(namesClient)) return null;
  const moves = operation.responses.some(({ status }) => /^3(0[12378]|XX)$/i.test(status));
  const found = inputsOf(operation).find(
    ({ in: where, words: list, bounds }) =>
      where === 'query' && !bounds.hasEnum && !bounds.hasPattern && isTarget(list.join(''), moves),
  );
  return found ?? null;
}

function isTarget(name: string, moves: boolean): boolean {
  return TARGETS.has(name) || (moves && HINTS.has(name));
}

function namesClient({ name }: { readonly name: string }): boolean {
  return words(name).join('') === 'clientid';
}
