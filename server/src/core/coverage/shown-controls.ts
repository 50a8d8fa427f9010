import type { Operation } from '../openapi/types';
import { isShown } from '../rules';
import type { Stride } from '../rules/types';

/**
 * The controls that settle a category's question when the description shows them. Encryption is not among them: it protects
 * data on the way and says nothing of who may ask for it.
 */
const SETTLING: Readonly<Record<Stride, readonly string[]>> = {
  spoofing: ['authentication', 'message-signature'],
  tampering: ['input-validation'],
  repudiation: ['transaction-receipt'],
  'information-disclosure': [],
  'denial-of-service': ['rate-limiting'],
  'elevation-of-privilege': ['role-check', 'scope-check', 'ownership-check'],
};

/**
 * Whether the specification itself answers the question; it holds only where no finding counts in the category. `denied`: controls
 * that people call missing, whatever the specification shows.
 */
export function isControlled(category: Stride, operation: Operation, denied: ReadonlySet<string>): boolean {
  return SETTLING[category].some((control) => !denied.has(control) && isShown(control, operation));
}
