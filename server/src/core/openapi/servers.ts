import type { Node } from './node';
import type { HostVariable, Server } from './types';

/** The `servers` of a root, path item or operation; null where it has none of its own. */
export function readServers(owner: Node): readonly Server[] | null {
  const list = owner.get('servers');
  if (list === null || list.kind !== 'sequence') return null;
  const servers: Server[] = [];
  for (const item of list.items()) {
    const url = item.get('url');
    const text = url?.text();
    if (url === null || text === undefined) continue;
    const hostVariable = hostVariableOf(text, item);
    const description = item.textOf('description');
    servers.push({ url: filled(text, item), description, ...(hostVariable && { hostVariable }), at: url.at });
  }
  return servers;
}

/** The address with the defaults of its variables; one that declares none stays as it is written. */
function filled(url: string, server: Node): string {
  const variables = server.get('variables');
  if (variables === null || !url.includes('{')) return url;
  return url.replaceAll(/\{([^{}]*)\}/g, (written, name: string) => {
    return variables.get(name)?.get('default')?.text() ?? written;
  });
}

const BEGINS_HOST = /^(?:[a-z][a-z0-9+.-]*:|\{[^{}]*\}:)?\/\/\{([^{}]*)\}/i;

function hostVariableOf(url: string, server: Node): HostVariable | null {
  const name = BEGINS_HOST.exec(url)?.[1];
  if (name === undefined) return null;
  const variable = server.get('variables')?.get(name) ?? null;
  return variable?.get('enum') ? null : { name, default: variable?.textOf('default') ?? '' };
}

/**
 * 2.0 says the same with `schemes`, `host` and `basePath`; each scheme is a server. Where no scheme is written, the one that
 * served the document counts, so the address is relative to it (`//host/base`).
 */
export function readHost(root: Node, schemesOf: Node = root): readonly Server[] {
  const host = root.get('host');
  const base = root.textOf('basePath');
  const name = host?.text();
  if (host === null || name === undefined || name === '') {
    const at = root.get('basePath')?.at;
    return at === undefined || base === '' ? [] : [{ url: base, description: '', at }];
  }
  const rest = `//${name}${base === '/' ? '' : base}`;
  const schemes = schemesOf.get('schemes')?.items() ?? [];
  if (schemes.length === 0) return [{ url: rest, description: '', at: host.at }];
  return schemes.map((scheme) => ({ url: `${scheme.text() ?? ''}:${rest}`, description: '', at: scheme.at }));
}
