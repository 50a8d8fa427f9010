import type { Operation, Server } from '../../openapi/types';
import { memo } from '../../text/memo';
import { anyOf, wordSet, words } from './words';

const TENANTS = wordSet(
  'tenant org organisation organization company account customer workspace domain subdomain instance shop store team realm client',
);
/** Hosts that everyone shares: `api.example.com`. */
const SHARED = wordSet(
  'api apis app www rest gateway service services cloud dev test staging stage sandbox demo prod production eu us ap localhost',
);

/** Each organisation has a host of its own, so the host says whose objects are meant: `https://{organisation}.example.com`. */
export function isOwnHost({ servers }: Operation): boolean {
  return beginWithTenant(servers);
}

const beginWithTenant: (servers: readonly Server[]) => boolean = memo(
  (servers) => servers.length > 0 && servers.every(beginsWithTenant),
);

function beginsWithTenant({ hostVariable }: Server): boolean {
  if (hostVariable === undefined || !anyOf(words(hostVariable.name), TENANTS)) return false;
  const [label = ''] = hostVariable.default.split('.', 1);
  return !anyOf(words(label), SHARED);
}
