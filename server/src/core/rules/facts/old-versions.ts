import type { Operation } from '../../openapi/types';
import type { ApiFacts } from '../types';
import { traitsOf, versionOf } from './api-traits';
import { factsOf } from './operation-facts';
import { anyOf, wordSet } from './words';

const OLD = wordSet('legacy obsolete deprecated old');

/** Whether the description or its path calls it old. */
export function isMarkedOld(operation: Operation): boolean {
  return operation.deprecated || anyOf(factsOf(operation).pathWords, OLD);
}

/** The highest version of the same operation that is newer than this one, else 0. */
export function newerOf(operation: Operation, { description }: ApiFacts): number {
  const version = versionOf(operation);
  const newest = version === null ? 0 : (traitsOf(description).newest.get(version.rest) ?? 0);
  return version !== null && newest > version.number ? newest : 0;
}

/** The whole description is an old one: a newer one of the same API lies in the workspace. */
export function isReplaced({ newer = 0 }: ApiFacts): boolean {
  return newer > 0;
}
