import type { Place } from '../text';
import type { Node } from './node';
import type { Backend } from './types';

/** Where each gateway's extension keeps the address that it calls, and whether it checks the certificate there. */
const KEYS: ReadonlyMap<string, (set: Node) => Omit<Backend, 'at'>> = new Map([
  ['x-amazon-apigateway-integration', amazon],
  ['x-google-backend', (set: Node) => ({ url: set.textOf('address'), unverified: false })],
  ['x-kong-service-defaults', kong],
]);

/** A private link of Amazon's leads through no open network, whatever its address says. */
function amazon(set: Node): Omit<Backend, 'at'> {
  const isPrivate = set.textOf('connectionType').toUpperCase() === 'VPC_LINK';
  const unverified = set.get('tlsConfig')?.get('insecureSkipVerification')?.isTrue() === true;
  return { url: isPrivate ? '' : set.textOf('uri'), unverified };
}

function kong(set: Node): Omit<Backend, 'at'> {
  const [protocol, host] = [set.textOf('protocol'), set.textOf('host')];
  const built = protocol === '' || host === '' ? '' : `${protocol}://${host}`;
  return { url: set.textOf('url') || built, unverified: set.textOf('tls_verify') === 'false' };
}

/** Where a gateway passes calls on to, by the extensions of Amazon, Google and Kong; the first owner that says so counts. */
export function readBackend(owners: readonly Node[]): Backend | null {
  for (const owner of owners) {
    for (const [key, read] of KEYS) {
      const set = owner.get(key);
      const found = set?.kind === 'map' ? read(set) : null;
      if (set !== null && found !== null && (found.url !== '' || found.unverified)) return { ...found, at: set.keyAt };
    }
  }
  return null;
}

/** Where Google's gateways are told to pass on what the description does not list; null where they are not. */
export function unlistedRoutes(root: Node): Place | null {
  const set = root.get('x-google-allow');
  return set?.text()?.toLowerCase() === 'all' ? set.keyAt : null;
}

/** Whether an extension of this name says where calls are passed on to. */
export function tellsBackend(key: string): boolean {
  return KEYS.has(key);
}
