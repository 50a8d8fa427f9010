import type { Operation } from '../../openapi/types';
import { movesMoney } from './flows';
import { type Input, inputsOf } from './inputs';
import { factsOf } from './operation-facts';
import { perObject } from './per-object';
import { anyOf, wordSet } from './words';

const AMOUNTS = wordSet(
  'amount quantity qty price betrag menge anzahl montant quantite cantidad importe quantita bedrag',
);
/** A change up or down, where less than nothing has a meaning. */
const SIGNED = wordSet('adjustment adjust delta change diff difference offset correction balance discount credit');

export interface Amount {
  readonly input: Input;
  /** The description itself allows values below zero. */
  readonly negative: boolean;
}

/** An amount or quantity that a write takes and that may be less than nothing; null where none may. */
export const unboundedAmountOf: (operation: Operation) => Amount | null = perObject((operation) => {
  const { writes, pathWords } = factsOf(operation);
  if (operation.kind !== 'operation' || !writes || anyOf(pathWords, SIGNED)) return null;
  const amounts = inputsOf(operation).filter(isAmount);
  const negative = amounts.find(({ bounds }) => (bounds.minimum ?? 0) < 0);
  if (negative !== undefined) return { input: negative, negative: true };
  const silent = movesMoney(operation) && amounts.find(({ bounds }) => bounds.minimum === undefined && !bounds.hasEnum);
  return silent ? { input: silent, negative: false } : null;
});

function isAmount({ in: where, words: list, type }: Input): boolean {
  if ((where !== 'body' && where !== 'query') || (type !== 'number' && type !== 'integer')) return false;
  return AMOUNTS.has(list.at(-1) ?? '') && !anyOf(list, SIGNED);
}
