import type { ApiDescription, Operation } from '../../openapi/types';
import type { Place } from '../../text/types';

/** Where a gateway is set to ask callers of the operation who they are; an empty `security` of its own speaks against the root. */
export function gatewayLogin({ gateway, security }: Operation, description: ApiDescription): Place | undefined {
  return gateway?.login ?? (security.source === 'operation' ? undefined : description.gateway?.login);
}
