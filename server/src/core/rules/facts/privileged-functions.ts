import type { Operation } from '../../openapi/types';
import { type ObjectReference, objectReferenceOf } from './object-references';
import { factsOf } from './operation-facts';
import { anyOf, singular, withArticle, wordSet, words } from './words';

const PEOPLE = wordSet('user customer employee');
const RIGHTS = wordSet('role roles permission permissions privilege privileges');
const LISTED = wordSet('users customers employees patients');
const POWERS = wordSet(
  'promote demote ban unban suspend unsuspend impersonate grant elevate sudo unlock deactivate reactivate',
);

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

const LISTING: ReadonlySet<string> = new Set(['GET', 'QUERY']);

/** Returns the personal data of every user. */
function listsPeople(operation: Operation): boolean {
  if (operation.kind !== 'operation' || !LISTING.has(operation.method) || objectReferenceOf(operation) !== null)
    return false;
  const { segments, results, returns, own } = factsOf(operation);
  const last = words(segments.at(-1) ?? '');
  if (own || last.length !== 1 || !LISTED.has(last[0] ?? '')) return false;
  return results.some((one) => one.isList) && (returns.has('personal') || returns.has('credentials'));
}

const SYSTEM = wordSet(
  'shutdown restart reboot reindex flush purge migrate migration maintenance reload truncate wipe reset seed',
);
const WHOLE = wordSet(
  'cache index database db system server service config configuration settings data feature flag toggle job queue',
);

/** Stops, empties or reconfigures the service itself: no object of a caller's is named. */
function ruinsService(operation: Operation): boolean {
  const { lastWords, pathWords, writes, segments, own } = factsOf(operation);
  if (operation.kind !== 'operation' || !writes || own || segments.some((one) => one.includes('{'))) return false;
  const acts = anyOf(lastWords, SYSTEM) && !lastWords.includes('password');
  if (acts) return lastWords.length > 1 || pathWords.length === 1 || anyOf(pathWords, WHOLE);
  const last = lastWords.map(singular);
  return ['PUT', 'PATCH', 'DELETE'].includes(operation.method) && anyOf(last, SWITCHES) && segments.length <= 2;
}

const SWITCHES = wordSet('config configuration flag toggle featureflag');

/** What only administrators should do, as a verb phrase; empty where it is no such thing. */
export function powerOf(operation: Operation): string {
  if (deletesPerson(operation)) return 'deletes an account';
  if (usesPower(operation)) return 'has power over other people';
  if (ruinsService(operation)) return 'stops, empties or reconfigures the service itself';
  if (changesRights(operation)) return 'changes what others may do';
  if (listsPeople(operation)) return 'lists every user';
  const shared = changesShared(operation);
  return shared === null ? '' : `changes ${withArticle(shared.object)} for everyone`;
}
