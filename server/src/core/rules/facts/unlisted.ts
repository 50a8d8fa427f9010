import type { Operation, Property } from '../../openapi/types';
import { entryOf } from './access';
import { returnedPrivilege } from './privileged';

/** What a write with an open body may reach, and how its body is open. */
export interface Unlisted {
  /** `said`: the body says that it takes any property; `unlisted`: it lists none. */
  readonly open: 'said' | 'unlisted';
  /** What only the server should decide, as the end of a sentence: a property of the answer, or whatever is stored. */
  readonly reached: string;
}

const TOP = ({ path }: Property) => !path.includes('.');

/** A body that takes properties that nobody listed, where that may reach what only the server should decide; else null. */
export function unlistedOf(operation: Operation): Unlisted | null {
  const { request, kind } = operation;
  if (kind !== 'operation' || request?.open === undefined || request.isList) return null;
  const reached = returnedPrivilege(operation, TOP) ?? decidedByServer(operation);
  if (reached !== undefined) return { open: request.open, reached: `perhaps ${reached.name}, which it answers with` };
  // Beside listed properties, an open body is what a record is made of: free maps list none.
  const stored = request.open === 'said' && request.properties.some(TOP) && replaces(operation);
  return stored ? { open: request.open, reached: 'whatever the record has besides' } : null;
}

function replaces(operation: Operation): boolean {
  return operation.method === 'PUT' || operation.method === 'PATCH' || entryOf(operation) === 'registration';
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
