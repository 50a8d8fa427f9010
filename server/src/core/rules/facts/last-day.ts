import type { Operation } from '../../openapi/types';
import type { Place } from '../../text/types';

/** Where an operation tells its callers until when it is served: a response with a Sunset header (RFC 8594), or `x-sunset`; else null. */
export function lastDayOf({ responses, extensions, at }: Operation): Place | null {
  const told = responses.find(({ headers }) => headers.some((name) => name.toLowerCase() === 'sunset'));
  return told?.at ?? (extensions.includes('x-sunset') ? at : null);
}
