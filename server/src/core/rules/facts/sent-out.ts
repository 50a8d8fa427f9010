import type { Operation, Property } from '../../openapi/types';
import { secretIn } from './exposed';
import { perObject } from './per-object';

/** The first secret in what we send to somebody else: in the body of a webhook or a callback; null where none is. */
export const sentSecretOf: (operation: Operation) => Property | null = perObject(({ kind, request }) =>
  kind === 'operation' || request === null ? null : secretIn(request.properties),
);
