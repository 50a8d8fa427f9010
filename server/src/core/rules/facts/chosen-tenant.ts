import type { Shape } from '../../openapi/types';
import { adminSurfaceOf } from './access';
import { objectReferenceOf } from './object-references';
import { factsOf } from './operation-facts';
import { perShape } from './per-object';
import { type NamedTenant, tenantOf } from './tenants';

/**
 * The tenant that the caller names, where the operation speaks of more than the caller alone and no object reference
 * already speaks of the same value.
 */
export const chosenTenant: (operation: Shape) => NamedTenant | null = perShape((operation) => {
  const tenant = tenantOf(operation);
  if (tenant === null || factsOf(operation).own) return null;
  const isReference = adminSurfaceOf(operation) === '' && objectReferenceOf(operation)?.part === tenant.part;
  return isReference ? null : tenant;
});
