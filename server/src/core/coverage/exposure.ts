import type { Server } from '../openapi/types';
import { isInnerHost, isPrivateNetwork } from '../rules/facts/hosts';
import type { Exposure } from '../rules/types';

/** From the farthest. */
export const FROM_OUTSIDE: readonly Exposure[] = ['internet', 'partner', 'internal'];

/** Who can reach an API, as far as its servers tell: internal if all of them are, else the internet. */
export function exposureOf(servers: readonly Server[]): Exposure {
  const internal = servers.length > 0 && servers.every((server) => isInternalHost(hostOf(server.url)));
  return internal ? 'internal' : 'internet';
}

/** The host of a server url, lower case, without port and brackets; empty for a relative url. */
function hostOf(url: string): string {
  const match = /^(?:[a-z][a-z0-9+.-]*:)?\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)/i.exec(url.trim());
  return (match?.[1] ?? '')
    .replace(/^\[|\]$/g, '')
    .toLowerCase()
    .replace(/\.$/, '');
}

function isInternalHost(host: string): boolean {
  if (host === '') return false;
  if (host === 'localhost' || host === '::1' || host === '0.0.0.0') return true;
  if (host.endsWith('.localhost') || isInnerHost(host)) return true;
  // A name without a dot means something only inside a network: a service of a cluster, a machine next door.
  if (/^[a-z][a-z0-9-]*$/.test(host)) return true;
  return isPrivateAddress(host);
}

/** RFC 1918, loopback, link-local, and the unique local addresses of IPv6 (RFC 4193). */
function isPrivateAddress(host: string): boolean {
  if (/^f[cd][0-9a-f]{2}:/.test(host) || /^fe[89ab][0-9a-f]:/.test(host)) return true;
  return isPrivateNetwork(host) || /^(?:127\.\d{1,3}|169\.254)(?:\.\d{1,3}){2}$/.test(host);
}
