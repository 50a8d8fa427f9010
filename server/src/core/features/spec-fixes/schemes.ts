import type { Node } from '../../openapi/node';
import type { Requirement } from '../../openapi/types';
import { weaknessOf } from '../../rules/facts/schemes';
import { Fill } from '../../text/edit';
import { secured } from './servers';
import { type FileChange, type Site, type SpecFix, setAt } from './spec-fix';

/** What makes a scheme weak, where the description can say it better. */
export const strengthenScheme: SpecFix = {
  writes:
    'It writes `in: header` in place of `in: query` for a key that stands in addresses, and `https://` in place of `http://` where tokens and what tells how to log in are fetched. A password flow, HTTP Basic or a deprecated scheme is no slip of writing: there it offers nothing.',
  title: (site) => {
    const scheme = weakOf(site)?.scheme ?? 'the scheme';
    return isInQuery(weakOf(site)) ? `Send the key of ${scheme} in a header` : `Log in by ${scheme} over https`;
  },
  certain: (site) => !isInQuery(weakOf(site)),
  changes: (site) => {
    const weak = weakOf(site);
    const address = weak?.definition ? site.nodes.addressOf(weak.definition.at) : null;
    if (weak === undefined || address === null) return null;
    if (isInQuery(weak)) return [setAt(address, ['in'], 'header')];
    return overHttps(site, weak);
  },
};

function weakOf({ operation }: Site): Requirement | undefined {
  return operation.security.alternatives.flat().find((one) => weaknessOf(one) !== null);
}

function isInQuery(requirement: Requirement | undefined): boolean {
  return requirement?.definition?.type === 'apiKey' && requirement.definition.in === 'query';
}

const ADDRESSES = [
  'tokenUrl',
  'authorizationUrl',
  'refreshUrl',
  'deviceAuthorizationUrl',
  'openIdConnectUrl',
  'oauth2MetadataUrl',
];

function overHttps({ nodes }: Site, requirement: Requirement): FileChange[] | null {
  if (weaknessOf(requirement)?.cwe.includes(319) !== true || requirement.definition === null) return null;
  const scheme = nodes.deref(nodes.nodeOf(requirement.definition.at));
  const owners = [scheme, ...(scheme?.get('flows')?.entries() ?? []).map(([, flow]) => flow)];
  const changes = owners.flatMap((owner) => ADDRESSES.flatMap((key) => overHttpsAt(nodes, owner?.get(key) ?? null)));
  return changes.length === 0 ? null : changes;
}

function overHttpsAt(nodes: Site['nodes'], written: Node | null): FileChange[] {
  const secure = written?.text()?.startsWith('http://') ? secured(written.text() ?? '') : null;
  const address = written === null || secure === null ? null : nodes.addressOfNode(written);
  return address === null || secure === null ? [] : [setAt(address, [], secure)];
}

/** The name of a scheme that is declared, or a declaration. */
export const declareScheme: SpecFix = {
  writes:
    'Where one declared scheme has nearly the same name (other case, other signs between the words) it writes that name. Else it declares the scheme as bearer tokens (2.0: a key in a header) to begin with: fill in what it is.',
  title: (site) => {
    const [name, like] = [missingOf(site) ?? 'the scheme', likeOf(site)];
    return like === null ? `Declare the scheme ${name}` : `Ask for ${like} instead of ${name}`;
  },
  certain: (site) => likeOf(site) !== null,
  changes: (site) => {
    const { api, operation, nodes } = site;
    const [name, like] = [missingOf(site), likeOf(site)];
    if (name === undefined) return null;
    const { version, uri } = api.description;
    const root = { uri, path: [] };
    if (like === null && version === '2.0') {
      return [
        setAt(root, ['securityDefinitions', name], { type: 'apiKey', in: 'header', name: new Fill('Authorization') }),
      ];
    }
    if (like === null) {
      return [setAt(root, ['components', 'securitySchemes', name], { type: 'http', scheme: new Fill('bearer') })];
    }
    const address = operation.security.at === null ? null : nodes.addressOf(operation.security.at);
    const items = address === null ? [] : (nodes.nodeAt(address)?.items() ?? []);
    if (address === null) return null;
    return items.flatMap((item, at): FileChange[] =>
      item.get(name) === null
        ? []
        : [{ uri: address.uri, change: { kind: 'rename', path: [...address.path, at, name], key: like } }],
    );
  },
};

function missingOf({ operation }: Site): string | undefined {
  return operation.security.alternatives.flat().find(({ definition }) => definition === null)?.scheme;
}

/** The only declared scheme whose name has the same letters. */
function likeOf(site: Site): string | null {
  const letters = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const name = missingOf(site);
  const like = [...site.api.description.schemes.keys()].filter(
    (one) => name !== undefined && letters(one) === letters(name),
  );
  return like.length === 1 ? (like[0] ?? null) : null;
}
