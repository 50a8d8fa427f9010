import type { Requirement } from '../../openapi/types';
import { anyOf, wordSet, words } from './words';

const READING = wordSet('read readonly reader view viewer ro get list');
const CHANGING = wordSet(
  'write create update delete edit manage admin full rw modify all readwrite put post patch remove import',
);

/** A scope that reads and does no more, by its name. */
export function onlyReads(scope: string): boolean {
  return anyOf(words(scope), READING) && !mayChange(scope);
}

/** An alternative of a login that asks for scopes, and only for such that read. */
export function asksToReadAlone(all: readonly Requirement[]): boolean {
  return all.some(({ scopes }) => scopes.length > 0) && all.every(({ scopes }) => scopes.every(onlyReads));
}

/** A scope that changes something, by its name. */
export function mayChange(scope: string): boolean {
  return anyOf(words(scope), CHANGING);
}

const WRITING = wordSet('write update edit modify rw readwrite');

/** A scope that lets write and no more than that, by its name: one that manages may be another thing. */
export function onlyWrites(scope: string): boolean {
  return anyOf(words(scope), WRITING);
}

/** A scope with a sign in place of each word that says what it lets do: equal for `orders:read` and `orders:write`. */
export function objectOfScope(scope: string): string {
  return scope.toLowerCase().replace(/[a-z]+/g, (word) => (READING.has(word) || CHANGING.has(word) ? '*' : word));
}
