import type { Operation, Property } from '../../openapi/types';

/** The property through which the body holds itself. */
export function leadsBack({ request }: Operation): Property | undefined {
  if (request?.recursion === undefined) return undefined;
  return request.properties.find(({ path, readOnly }) => path === request.recursion && !readOnly);
}
