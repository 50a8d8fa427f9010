import type { Operation } from '../../openapi/types';
import type { Place } from '../../text/types';

/** Where an operation tells its callers until when it is served: a response with a Sunset header (RFC 8594); else null. */
export function lastDayOf({ responses }: Operation): Place | null {
  return responses.find(({ headers }) => headers.some((name) => name.toLowerCase() === 'sunset'))?.at ?? null;
}
