import type { Operation } from '../../openapi/types';
import { type ObjectReference, objectReferenceOf } from './object-references';
import { factsOf } from './operation-facts';
import { singular, withArticle, wordSet, words } from './words';

const PEOPLE = wordSet('user customer employee');
const RIGHTS = wordSet('role roles permission permissions privilege privileges');
const LISTED = wordSet('users customers employees patients');
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
function usesPower(operation: Operation): boolean {
  const { lastWords, writes } = factsOf(operation);
  return writes && POWERS.has(lastWords[0] ?? '') && objectReferenceOf(operation)?.person === true;
}

/** Gives or takes roles and permissions: `/users/{id}/roles`, `/update_role`. */
function changesRights(operation: Operation): boolean {
  const { lastWords, writes } = factsOf(operation);
  return operation.kind === 'operation' && writes && RIGHTS.has(lastWords.at(-1) ?? '');
}

const CATALOGUE = wordSet('product menu category catalog catalogue plan country currency brand language faq');

/** The shared object that it changes: what every caller sees, one should not change for all. */
function changesShared(operation: Operation): ObjectReference | null {
  const reference = objectReferenceOf(operation);
  if (
    factsOf(operation).segments.at(-1)?.includes('{') !== true ||
    reference?.shared !== true ||
    !['PUT', 'PATCH', 'DELETE'].includes(operation.method)
  )
    return null;
  return CATALOGUE.has(reference.object.split(' ').at(-1) ?? '') ? reference : null;
}

/** Returns the personal data of every user. */
function listsPeople(operation: Operation): boolean {
  if (operation.kind !== 'operation' || operation.method !== 'GET' || objectReferenceOf(operation) !== null)
    return false;
  const { segments, results, returns, own } = factsOf(operation);
  const last = words(segments.at(-1) ?? '');
  if (own || last.length !== 1 || !LISTED.has(last[0] ?? '')) return false;
  return results.some((one) => one.isList) && (returns.has('personal') || returns.has('credentials'));
}

/** What only administrators should do, as a verb phrase; empty where it is no such thing. */
export function powerOf(operation: Operation): string {
  if (deletesPerson(operation)) return 'deletes an account';
  if (usesPower(operation)) return 'has power over other people';
  if (changesRights(operation)) return 'changes what others may do';
  if (listsPeople(operation)) return 'lists every user';
  const shared = changesShared(operation);
  return shared === null ? '' : `changes ${withArticle(shared.object)} for everyone`;
}
