import type { Operation } from '../../openapi/types';
import type { Place } from '../../text/types';
import type { ApiFacts, Condition, Saying } from '../types';

/** A condition that holds where a fact is found; what is found speaks for itself. */
export function finds<T>(
  fact: (operation: Operation, api: ApiFacts) => T | null | undefined,
  yes: (found: T, operation: Operation) => string,
  no: Saying,
  at?: (found: T) => Place | null,
): Condition {
  return {
    holds: (operation, api) => (fact(operation, api) ?? null) !== null,
    yes: (operation, api) => {
      const found = fact(operation, api) ?? null;
      return found === null ? said(no, operation, api) : yes(found, operation);
    },
    no,
    at: (operation, api) => {
      const found = fact(operation, api) ?? null;
      return found === null ? null : (at?.(found) ?? null);
    },
  };
}

function said(saying: Saying, operation: Operation, api: ApiFacts): string {
  return typeof saying === 'string' ? saying : saying(operation, api);
}

/** A condition with a sentence for each outcome. */
export function asks(holds: Condition['holds'], yes: Condition['yes'], no: Condition['no']): Condition {
  return { holds, yes, no };
}
