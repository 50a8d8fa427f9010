import type { Operation, Payload, Property } from '../../openapi/types';

const ANY: ReadonlySet<string> = new Set(['application/octet-stream', '*/*', 'application/*']);

function filesIn({ properties }: Payload): readonly Property[] {
  return properties.filter(({ format, type, readOnly }) => (format === 'binary' || type === 'file') && !readOnly);
}

/** It takes a file, whatever bounds it. */
export function takesFile({ request, method }: Operation): boolean {
  return request !== null && method !== 'GET' && (request.isBinary || filesIn(request).length > 0);
}

/** It takes a file, and nothing says of what kind: neither the media type of the body nor the encoding of its part. */
export function takesAnyFile({ request, method }: Operation): boolean {
  if (request === null || method === 'GET') return false;
  if (request.isBinary && request.mediaTypes.some((one) => ANY.has(one))) return true;
  return untypedFiles({ request }).length > 0;
}

/** The files of a form whose encoding does not say of what kind they are. */
export function untypedFiles({ request }: Pick<Operation, 'request'>): readonly Property[] {
  if (request === null) return [];
  const typed = request.typedParts ?? [];
  return filesIn(request).filter(({ path }) => !typed.some((part) => path === part || path.startsWith(`${part}.`)));
}

/** It takes a file, and neither a length, a 413 nor a gateway bounds its size. */
export function takesAnySize({ request, responses, method, gateway }: Operation): boolean {
  if (request === null || method === 'GET' || gateway?.size !== undefined) return false;
  if (responses.some(({ status }) => status === '413')) return false;
  const files = filesIn(request);
  return files.length > 0 ? files.some(({ bounds }) => bounds.maxLength === undefined) : request.isBinary;
}

/** The description itself lets everything in: any media type by name, or neither kind nor size of a part. */
export function boundsNothing(operation: Operation): boolean {
  if (operation.request?.mediaTypes.some((one) => ANY.has(one)) === true) return true;
  return takesAnySize(operation) && !operation.responses.some(({ status }) => status === '415');
}
