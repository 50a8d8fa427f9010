import type { Shape } from '../../openapi/types';
import type { Place } from '../../text/types';
import { perShape } from './per-object';
import { bareHeader, wordSet, words } from './words';

/** What a caller sends to say whose data is meant. */
export interface NamedTenant {
  readonly name: string;
  /** `header.X-Tenant-Id`. */
  readonly part: string;
  readonly at: Place;
}

const TENANTS = wordSet(
  'tenant tenantid tenantname tenantkey tenantcode tenantslug tenantuuid tenantdomain currenttenant mandant mandantid ' +
    'mandantenid inquilino inquilinoid',
);
/** In a header they stand beside every call; elsewhere they are ordinary references. */
const IN_HEADERS = wordSet(
  'org orgid orgname orgkey organization organizationid organisation organisationid company companyid workspace workspaceid',
);

/** The parameter or top-level property by which the caller chooses among tenants; null where none does. */
export const tenantOf: (operation: Shape) => NamedTenant | null = perShape(({ kind, parameters, request }) => {
  if (kind !== 'operation') return null;
  for (const { name, in: where, at } of parameters) {
    if (where !== 'path' && namesTenant(name, where)) return { name, part: `${where}.${name}`, at };
  }
  const property = request?.properties.find(
    ({ name, path, readOnly }) => name === path && !readOnly && TENANTS.has(words(name).join('')),
  );
  return property === undefined ? null : { name: property.name, part: `body.${property.path}`, at: property.at };
});

function namesTenant(name: string, where: string): boolean {
  const bare = bareHeader(name);
  return TENANTS.has(bare) || ((where === 'header' || where === 'cookie') && IN_HEADERS.has(bare));
}
