import type { Operation, Property } from '../../openapi/types';
import { returnedPrivilege } from './privileged';

/** What a write with an open body may reach, and how its body is open. */
export interface Unlisted {
  /** `said`: the body says that it takes any property; `unlisted`: it lists none. */
  readonly open: 'said' | 'unlisted';
  /** A property of the stored object that only the server should decide. */
  readonly reached: Property;
}

const TOP = ({ path }: Property) => !path.includes('.');

/** The request takes properties that it does not list, and the answer shows one that the server decides; else null. */
export function unlistedOf(operation: Operation): Unlisted | null {
  const { request, kind } = operation;
  if (kind !== 'operation' || request?.open === undefined || request.isList) return null;
  const reached = returnedPrivilege(operation, TOP) ?? decidedByServer(operation);
  return reached === undefined ? null : { open: request.open, reached };
}

/** A property that the answer marks as read-only, where the answer is the object that the request describes. */
function decidedByServer({ request, responses }: Operation): Property | undefined {
  const written = new Set(request?.properties.map(({ path }) => path));
  for (const { status, payload } of responses) {
    if (!status.startsWith('2') || payload === null) continue;
    if (written.size > 0 && !payload.properties.some(({ path, readOnly }) => !readOnly && written.has(path))) continue;
    const found = payload.properties.find((one) => one.readOnly && TOP(one));
    if (found !== undefined) return found;
  }
  return undefined;
}
