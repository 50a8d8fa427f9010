import type { Operation, Property } from '../../openapi/types';
import { memo } from '../../text/memo';
import { wordSet, words } from './words';

const INSIDES = wordSet(
  'stack stacktrace backtrace traceback exception innerexception sqlstate sqlquery debuginfo exceptionclass stackframes',
);

/** The first property of an error response that shows how the server is built. */
export function insideOf({ responses }: Operation): Property | null {
  for (const { status, payload } of responses) {
    const found = payload !== null && isError(status) ? firstInside(payload.properties) : undefined;
    if (found !== undefined) return found;
  }
  return null;
}

function isError(status: string): boolean {
  return status.startsWith('4') || status.startsWith('5') || status === 'default';
}

const firstInside: (properties: readonly Property[]) => Property | undefined = memo((properties) =>
  properties.find((one) => INSIDES.has(words(one.name).join(''))),
);
