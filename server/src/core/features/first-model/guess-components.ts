import type { NewEntry } from '../../model';
import type { Operation, OperationKind, SecurityScheme } from '../../openapi/types';
import { hostOf } from '../../rules/facts/hosts';
import type { Ids } from './ids';
import { byApi, type SketchedApi, type SketchedComponent, shortened, someOf } from './sketch';

/** What stands beside the APIs, by their security schemes, webhooks and callbacks. */
export function sketchComponents(apis: readonly SketchedApi[], ids: Ids): SketchedComponent[] {
  return [
    ...identityProviders(apis, ids),
    ...receivers(apis, ids, 'webhook', (all) => `${someOf(all, 'webhook', 'leave')} for whoever subscribed`),
    ...receivers(apis, ids, 'callback', (all) => `${someOf(all, 'callback', 'call')} an address that callers give`),
  ];
}

/** The entries of `components`. */
export function guessComponents(components: readonly SketchedComponent[]): NewEntry[] {
  return components.map(({ id, kind, zone, from }) => {
    const value = [['kind', kind] as const, ['zone', zone] as const];
    return { name: id, value, comment: `guessed: ${from}` };
  });
}

interface Login {
  readonly scheme: string;
  readonly url: string;
}

/** The host where most schemes get their tokens, unless it is an API's own. */
function identityProviders(apis: readonly SketchedApi[], ids: Ids): SketchedComponent[] {
  const own = new Set(apis.flatMap(({ description }) => description.servers.map(({ url }) => hostOf(url))));
  const hosts = new Map<string, Login[]>();
  for (const scheme of apis.flatMap(({ description }) => [...description.schemes.values()])) {
    const url = addressOf(scheme);
    const host = hostOf(url);
    if (!/^[\w.-]+$/.test(host) || own.has(host)) continue;
    hosts.set(host, [...(hosts.get(host) ?? []), { scheme: scheme.name, url }]);
  }
  const [most, ...others] = [...hosts].sort(([, a], [, b]) => b.length - a.length);
  const [login] = most?.[1] ?? [];
  if (most === undefined || login === undefined) return [];
  const zone = [...own].some((host) => siteOf(host) === siteOf(most[0])) ? 'backend' : 'internet';
  const more = others.length === 0 ? '' : ` (${others.length} more ${others.length === 1 ? 'host' : 'hosts'} left out)`;
  const from = `the scheme ${shortened(login.scheme)} logs in at ${shortened(login.url)}${more}`;
  const schemes = new Set(most[1].map(({ scheme }) => scheme));
  const id = ids.take('identity-provider');
  return [{ id, kind: 'identity', zone, from, url: login.url, schemes, calls: new Map() }];
}

function addressOf({ flows, metadataUrl = '' }: SecurityScheme): string {
  const urls = flows.flatMap(({ authorizationUrl = '', tokenUrl = '' }) => [authorizationUrl, tokenUrl]);
  return [...urls, metadataUrl].find((url) => url !== '') ?? '';
}

/** `shop.example` of `api.shop.example`, `shop.co.example` of `api.shop.co.example`: what one party runs. */
function siteOf(host: string): string {
  const labels = host.split('.');
  const short = (labels.at(-2) ?? '').length <= 3 && labels.length > 2;
  return labels.slice(short ? -3 : -2).join('.');
}

/** Whoever takes what the APIs send. */
function receivers(
  apis: readonly SketchedApi[],
  ids: Ids,
  wanted: OperationKind,
  reason: (all: readonly Operation[]) => string,
): SketchedComponent[] {
  const calls = byApi(apis, ({ description }) => description.operations.filter(({ kind }) => kind === wanted));
  if (calls.size === 0) return [];
  const zone = [...calls.keys()].every(({ exposure }) => exposure === 'internal') ? 'intranet' : 'internet';
  const from = reason([...calls.values()].flat());
  return [{ id: ids.take(`${wanted}-receiver`), kind: 'external', zone, from, url: '', schemes: new Set(), calls }];
}
