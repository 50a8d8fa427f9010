import { checkedByGateway } from './gateway';
import type { Node } from './node';
import { targetName } from './references';
import type { Derivation } from './session';
import type { OAuthFlow, OpenApiVersion, Requirement, Security, SecurityScheme } from './types';
import { isAddress } from './written-references';

/** 2.0 names two of the four grants differently, and 3.2 adds one. */
const FLOW_KINDS: Readonly<Record<string, string>> = {
  application: 'clientCredentials',
  accessCode: 'authorizationCode',
};
const TYPES = ['apiKey', 'http', 'oauth2', 'openIdConnect', 'mutualTLS'] as const;

/** Nothing is declared anywhere: every caller is let in. */
export const NO_SECURITY: Security = { source: 'none', alternatives: [], anonymous: true, optional: false, at: null };

/** The schemes that a document declares, whatever the version calls the place. */
export function readSchemes(reader: Derivation, root: Node): ReadonlyMap<string, SecurityScheme> {
  const schemes = new Map<string, SecurityScheme>();
  const components = reader.deref(root.get('components'))?.get('securitySchemes') ?? null;
  for (const section of [components, root.get('securityDefinitions')]) {
    for (const [name, declared] of reader.deref(section)?.entries() ?? []) {
      const node = reader.deref(declared);
      if (node?.kind === 'map' && !name.startsWith('x-')) schemes.set(name, readScheme(name, node, declared));
    }
  }
  return schemes;
}

function readScheme(name: string, node: Node, declared: Node): SecurityScheme {
  const written = node.textOf('type');
  const basic = written === 'basic';
  const type = basic ? 'http' : (TYPES.find((known) => known === written) ?? 'unknown');
  const where = node.textOf('in');
  const parameterName = node.textOf('name');
  const scheme = basic ? 'basic' : node.textOf('scheme').toLowerCase();
  const metadataUrl = node.textOf('oauth2MetadataUrl') || node.textOf('openIdConnectUrl');
  return {
    name,
    type,
    ...(where !== '' && { in: where }),
    ...(parameterName !== '' && { parameterName }),
    ...(scheme !== '' && { scheme }),
    flows: readFlows(node),
    ...(metadataUrl !== '' && { metadataUrl }),
    ...(node.get('deprecated')?.isTrue() === true && { deprecated: true }),
    ...(checkedByGateway(node) && { byGateway: true }),
    at: declared.keyAt,
  };
}

function readFlows(node: Node): readonly OAuthFlow[] {
  const flows = node.get('flows');
  if (flows !== null)
    return flows
      .entries()
      .filter(([kind]) => !kind.startsWith('x-'))
      .map(([kind, flow]) => readFlow(kind, flow));
  const flow = node.get('flow');
  return flow === null ? [] : [readFlow(flow.text() ?? '', node, flow)];
}

function readFlow(kind: string, node: Node, shown: Node = node): OAuthFlow {
  const tokenUrl = node.textOf('tokenUrl');
  const authorizationUrl = node.textOf('authorizationUrl') || node.textOf('deviceAuthorizationUrl');
  return {
    kind: FLOW_KINDS[kind] ?? kind,
    scopes:
      node
        .get('scopes')
        ?.entries()
        .map(([scope]) => scope)
        .filter((scope) => !scope.startsWith('x-')) ?? [],
    ...(tokenUrl !== '' && { tokenUrl }),
    ...(authorizationUrl !== '' && { authorizationUrl }),
    at: shown.keyAt,
  };
}

/** What requirements are read against. */
export interface Declared {
  readonly version: OpenApiVersion;
  readonly schemes: ReadonlyMap<string, SecurityScheme>;
}

/** The requirements under a `security` key; null where there is no such key or no list. */
export function readSecurity(
  reader: Derivation,
  owner: Node | null,
  source: 'operation' | 'root',
  declared: Declared,
): Security | null {
  const node = owner?.get('security') ?? null;
  if (node === null || node.kind !== 'sequence') return null;
  const alternatives = node.items().map((item) => readAlternative(reader, item, declared));
  const free = alternatives.filter((alternative) => alternative.length === 0).length;
  const anonymous = free === alternatives.length;
  return { source, alternatives, anonymous, optional: free > 0 && !anonymous, at: node.keyAt };
}

function readAlternative(reader: Derivation, item: Node, declared: Declared): readonly Requirement[] {
  return item.entries().map(([scheme, scopes]) => ({
    scheme,
    scopes: scopes.items().map((scope) => scope.text() ?? ''),
    definition: declared.schemes.get(scheme) ?? addressed(reader, scheme, scopes, declared),
  }));
}

/** From 3.2 on a requirement may name a scheme by its address. One that leads nowhere is a problem of its own, so it counts as declared. */
function addressed(reader: Derivation, address: string, scopes: Node, { version }: Declared): SecurityScheme | null {
  if (version !== '3.2' || !isAddress(address)) return null;
  const node = reader.deref(reader.resolve(scopes.view.uri, address).target);
  if (node?.kind === 'map') return readScheme(targetName(address), node, node);
  return { name: targetName(address), type: 'unknown', flows: [], at: scopes.keyAt };
}
