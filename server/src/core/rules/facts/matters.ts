import type { Operation } from '../../openapi/types';
import { adminSurfaceOf } from './access';
import { objectReferenceOf } from './object-references';
import { factsOf } from './operation-facts';

/** It changes something, reveals something, or was opened on purpose where others are not. */
export function matters(operation: Operation): boolean {
  const { writes, own, returns } = factsOf(operation);
  const { source, alternatives } = operation.security;
  if (writes || own || returns.size > 0 || adminSurfaceOf(operation) !== '') return true;
  return objectReferenceOf(operation)?.owned === true || (source === 'operation' && alternatives.length > 0);
}
