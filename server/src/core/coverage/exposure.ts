import type { Server } from '../openapi/types';
import type { Exposure } from '../rules/types';

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
  if (/\.(internal|local|localhost)$/.test(host)) return true;
  return isPrivateAddress(host);
}

/** RFC 1918, loopback, link-local, and the unique local addresses of IPv6 (RFC 4193). */
function isPrivateAddress(host: string): boolean {
  if (/^f[cd][0-9a-f]{2}:/.test(host) || /^fe[89ab][0-9a-f]:/.test(host)) return true;
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(host)) return false;
  const [first = 0, second = 0] = host.split('.').map(Number);
  if (first === 10 || first === 127) return true;
  if (first === 172) return second >= 16 && second <= 31;
  return (first === 192 && second === 168) || (first === 169 && second === 254);
}
