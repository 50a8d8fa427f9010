import type { Shape } from '../../openapi/types';
import { wholeReferenceOf } from './object-references';
import { factsOf } from './operation-facts';
import { perShape } from './per-object';
import { anyOf, words } from './words';

/** It reads what the path calls public, or a person in a view that is called so: `/events/public`, `public-profile`. */
export const isPublicView: (operation: Shape) => boolean = perShape((operation) => {
  const { writes, results, lastWords } = factsOf(operation);
  if (writes) return false;
  if (isPublic(lastWords)) return true;
  return (
    wholeReferenceOf(operation)?.person === true &&
    results.some(({ schemas }) => schemas.some((name) => isPublic(words(name))))
  );
});

/** `public` as a word of its own, not a public key or address. */
function isPublic(list: readonly string[]): boolean {
  return list.includes('public') && !anyOf(list, NOT_VIEWS);
}

const NOT_VIEWS = new Set(['key', 'keys', 'ip', 'ips', 'url', 'id', 'address', 'addresses', 'certificate', 'dns']);

/** The cause of the reference to a person whom the operation shows to everyone; null where it shows none. */
export const publicKindOf: (operation: Shape) => string | null = perShape((operation) => {
  const reference = wholeReferenceOf(operation);
  return reference?.person && isPublicView(operation) ? reference.cause : null;
});
