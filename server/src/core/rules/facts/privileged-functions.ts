import type { Operation } from '../../openapi/types';
import { objectReferenceOf } from './object-references';
import { factsOf } from './operation-facts';
import { singular, wordSet, words } from './words';

const PEOPLE = wordSet('user account customer member employee');
const POWERS = wordSet('promote demote ban unban suspend unsuspend impersonate grant elevate sudo');

/** Deletes somebody's account by its name or id: an administrator's task. */
export function deletesPerson(operation: Operation): boolean {
  if (operation.method !== 'DELETE') return false;
  const { segments, own } = factsOf(operation);
  if (own || !(segments.at(-1) ?? '').includes('{') || objectReferenceOf(operation)?.person !== true) return false;
  const parents = segments.slice(0, -1).filter((one) => one.includes('{'));
  const collection = segments.filter((one) => !one.includes('{') && !/^v\d/.test(one)).at(-1) ?? '';
  return parents.length === 0 && PEOPLE.has(singular(words(collection).at(-1) ?? ''));
}

/** Uses power over other people: promotes, bans, impersonates. */
export function usesPower(operation: Operation): boolean {
  const { lastWords, writes } = factsOf(operation);
  return operation.kind === 'operation' && writes && POWERS.has(lastWords[0] ?? '');
}
