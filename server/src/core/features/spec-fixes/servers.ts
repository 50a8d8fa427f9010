import type { Node } from '../../openapi/node';
import type { Server } from '../../openapi/types';
import { isPlain } from '../../rules/facts/hosts';
import { type FileChange, removeAt, type Site, type SpecFix, setAt } from './spec-fix';

const SECURE: Readonly<Record<string, string>> = { http: 'https', ws: 'wss' };

/** An address with the encrypted scheme in place of the plain one; null where it begins with none. */
export function secured(url: string): string | null {
  const [, scheme = '', rest = ''] = /^(https?|wss?)(:.*)$/is.exec(url) ?? [];
  const secure = SECURE[scheme.toLowerCase()];
  return secure === undefined ? null : `${secure}${rest}`;
}

/** https in place of http, wherever the operation's servers are written. */
export const secureServers: SpecFix = {
  writes:
    'It writes `https://` in place of `http://` (`wss://` for `ws://`) where the server is listed, be it at the root, on a path or on an operation; in 2.0 `https` in place of the scheme `http`. A server that is listed with encryption already goes away, and a variable for the scheme gets `https` as its default.',
  title: ({ operation }) => {
    const plain = operation.servers.filter(({ url }) => isPlain(url));
    return plain.length === 1
      ? `Use ${secured(plain[0]?.url ?? '') ?? 'https'}`
      : `Use https for ${plain.length} servers`;
  },
  certain: () => true,
  changes: (site) => {
    const changes = site.operation.servers.filter(({ url }) => isPlain(url)).map((server) => secureOne(site, server));
    return changes.includes(null) ? null : changes.flatMap((one) => one ?? []);
  },
};

function secureOne({ nodes, operation }: Site, { at }: Server): FileChange[] | null {
  const address = nodes.addressOf(at);
  const written = address === null ? undefined : nodes.nodeAt(address)?.text();
  if (address === null || written === undefined) return null;
  const list = { ...address, path: address.path.slice(0, -1) };
  if (SECURE[written.toLowerCase()] !== undefined) {
    const secure = SECURE[written.toLowerCase()] ?? '';
    const isThere =
      nodes
        .nodeAt(list)
        ?.items()
        .some((item) => item.text() === secure) === true;
    return [isThere ? removeAt(address) : setAt(address, [], secure)];
  }
  const secure = secured(written);
  if (secure === null) return secureVariable(nodes.nodeAt(list), list, written);
  const isListed = operation.servers.some(({ url }) => url === secure);
  return [isListed ? removeAt(list) : setAt(address, [], secure)];
}

/** `{scheme}://api.example.com` */
function secureVariable(
  server: Node | null,
  address: { uri: string; path: readonly (string | number)[] },
  url: string,
) {
  const name = /^\{([^{}]*)\}:/.exec(url)?.[1];
  const variable = name === undefined ? null : (server?.get('variables')?.get(name) ?? null);
  const secure = SECURE[variable?.textOf('default') ?? ''];
  if (name === undefined || secure === undefined) return null;
  const choices = variable?.textsOf('enum') ?? [];
  const at = { uri: address.uri, path: [...address.path, 'variables', name] };
  const changes = [setAt(at, ['default'], secure)];
  if (choices.length > 0 && !choices.includes(secure)) {
    changes.push(setAt(at, ['enum', choices.indexOf(variable?.textOf('default') ?? '')], secure));
  }
  return changes;
}
