import type { Operation } from '../../openapi/types';
import { traitsOf } from '../facts/api-traits';
import { isNameUnder, objectReferenceOf } from '../facts/object-references';
import { factsOf } from '../facts/operation-facts';
import { deletesPerson } from '../facts/privileged-functions';
import { withArticle } from '../facts/words';
import type { ApiFacts } from '../types';
import { asks, finds } from './build';

/** It takes a reference to one object of many. */
export const takesReference = finds(
  objectReferenceOf,
  ({ object, part }) => `It takes a reference to ${withArticle(object)} (${part}).`,
  (operation) =>
    factsOf(operation).own ? 'It speaks of the caller alone.' : 'It takes no reference to one object of many.',
  ({ at }) => at,
);

export const deletesNobody = asks(
  (operation) => !deletesPerson(operation),
  'It deletes nobody’s account.',
  'It deletes an account: a question of roles.',
);

/** Objects of its kind have owners. */
export const mayBelong = asks(
  (operation) => objectReferenceOf(operation)?.shared === false,
  'The object may belong to somebody.',
  'Objects of this kind belong to everyone.',
);

/** The name is not looked up among what the caller owns. */
export const notAmongOwn = asks(
  (operation, { description }) => !isNameUnder(traitsOf(description).ownRoots, operation),
  'The name does not stand in a list of the caller’s own.',
  'The name stands in a list of the caller’s own.',
);

/** There is somebody to be told apart from others. */
export const hasOwner = asks(
  (operation, api) => !knowsNobody(operation) || ownedInOpenApi(operation, api),
  'There is a caller who could own it, or the whole API protects nothing.',
  'It is open on purpose while others are not: a question of authentication.',
);

/** Open on purpose: a question of authentication. Where nothing at all is protected, it is one of owned objects too. */
function knowsNobody({ security }: Operation): boolean {
  return security.anonymous && security.alternatives.length === 0;
}

function ownedInOpenApi(operation: Operation, { description }: ApiFacts): boolean {
  return objectReferenceOf(operation)?.owned === true && !traitsOf(description).authenticates;
}
