import type { Operation } from '../openapi/types';
import type { Stride } from '../rules/types';

/**
 * Questions that the specification itself answers: a login that everybody needs, and a limit that it announces.
 * It holds only where no finding counts in the category.
 */
export function isControlled(category: Stride, operation: Operation): boolean {
  if (category === 'spoofing') return demandsLogin(operation);
  if (category === 'denial-of-service') return operation.responses.some((response) => response.status === '429');
  return false;
}

function demandsLogin(operation: Operation): boolean {
  const { alternatives, anonymous, optional } = operation.security;
  if (anonymous || optional || alternatives.length === 0) return false;
  return alternatives.every((all) => all.length > 0 && all.every((requirement) => requirement.definition !== null));
}
