import { checkedByGateway } from './gateway';
import type { Node } from './node';
import type { Derivation } from './session';
import type { OAuthFlow, Requirement, Security, SecurityScheme } from './types';

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
  return {
    name,
    type,
    ...(where !== '' && { in: where }),
    ...(parameterName !== '' && { parameterName }),
    ...(scheme !== '' && { scheme }),
    flows: readFlows(node),
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

/** The requirements under a `security` key; null where there is no such key or no list. */
export function readSecurity(
  owner: Node | null,
  source: 'operation' | 'root',
  schemes: ReadonlyMap<string, SecurityScheme>,
): Security | null {
  const node = owner?.get('security') ?? null;
  if (node === null || node.kind !== 'sequence') return null;
  const alternatives = node.items().map((item) => readAlternative(item, schemes));
  const free = alternatives.filter((alternative) => alternative.length === 0).length;
  const anonymous = free === alternatives.length;
  return { source, alternatives, anonymous, optional: free > 0 && !anonymous, at: node.keyAt };
}

function readAlternative(item: Node, schemes: ReadonlyMap<string, SecurityScheme>): readonly Requirement[] {
  return item.entries().map(([scheme, scopes]) => ({
    scheme,
    scopes: scopes.items().map((scope) => scope.text() ?? ''),
    definition: schemes.get(scheme) ?? null,
  }));
}
