import type { Node } from '../../openapi/node';
import { secretKind } from '../../openapi/samples/secrets';
import type { Server } from '../../openapi/types';
import { valueNodesOf } from '../../openapi/value-nodes';
import { openToEverySite } from '../../rules/facts/cross-origin';
import { untypedFiles } from '../../rules/facts/files';
import { internalServerOf, isOpenPlain, testServerOf } from '../../rules/facts/hosts';
import { lastDayOf } from '../../rules/facts/last-day';
import { onwardOf } from '../../rules/facts/onward';
import { shownSecretOf } from '../../rules/facts/secrets';
import { Fill } from '../../text/edit';
import { secured } from './servers';
import { type FileChange, reachInWords, removeAt, type Site, type SpecFix, setAt } from './spec-fix';

/** A server leaves the list. */
const unlist = (serverOf: (site: Site) => Server | undefined, what: string): SpecFix => ({
  writes: `It takes the ${what} out of the list. In 2.0 the only host stays: there it offers nothing.`,
  title: (site) => `Take ${serverOf(site)?.url ?? 'the server'} out of the servers`,
  changes: (site) => {
    const server = serverOf(site);
    const address = server === undefined ? null : site.nodes.addressOf(server.at);
    if (address === null || address.path.at(-1) !== 'url') return null;
    return [removeAt({ uri: address.uri, path: address.path.slice(0, -1) })];
  },
});

export const unlistTest = unlist(({ operation }) => testServerOf(operation), 'test server');
export const unlistInner = unlist(({ operation }) => internalServerOf(operation), 'address of an inner network');

/** https for whom calls are passed on to. */
export const secureOnward: SpecFix = {
  writes:
    'It writes `https://` in place of `http://` in the address that calls are passed on to (the extensions of Amazon, Google and Kong), in the address of a callback or in the server of a link, and takes away the setting by which a gateway does not check the certificate there.',
  title: (site) => (isUnchecked(site) ? 'Let the gateway check the certificate' : 'Pass it on over https'),
  certain: (site) => !isUnchecked(site),
  changes: (site) => {
    const { nodes, operation } = site;
    const way = onwardOf(operation);
    if (way === null) return null;
    if (way.cause === 'backend certificate') return checked(nodes.nodeOf(way.at), site);
    const node = nodes.nodeOf(way.at);
    if (operation.kind === 'callback' && way.at === operation.pathAt) return renamed(site);
    const written = node?.kind === 'scalar' ? node : plainIn(node);
    const address = written === null ? null : nodes.addressOfNode(written);
    const secure = secured(written?.text() ?? '');
    return address === null || secure === null ? null : [setAt(address, [], secure)];
  },
};

function isUnchecked({ operation }: Site): boolean {
  return onwardOf(operation)?.cause === 'backend certificate';
}

/** The address in a gateway's extension. */
function plainIn(set: Node | null): Node | null {
  const found = ['uri', 'address', 'url'].map((key) => set?.get(key) ?? null);
  return found.find((one) => one !== null && isOpenPlain(one.text() ?? '')) ?? protocolOf(set);
}

function protocolOf(set: Node | null): Node | null {
  return set?.textOf('protocol') === 'http' ? set.get('protocol') : null;
}

function renamed({ nodes, operation }: Site): FileChange[] | null {
  const address = nodes.addressOf(operation.pathAt);
  const key = secured(operation.path);
  return address === null || key === null
    ? null
    : [{ uri: address.uri, change: { kind: 'rename', path: address.path, key } }];
}

function checked(set: Node | null, { nodes }: Site): FileChange[] | null {
  const skips = set?.get('tlsConfig')?.get('insecureSkipVerification') ?? null;
  const verifies = set?.get('tls_verify') ?? null;
  const node = skips ?? verifies;
  const address = node === null ? null : nodes.addressOfNode(node);
  return address === null ? null : [setAt(address, [], skips === null)];
}

/** The day until which something old is served. */
export const tellLastDay: SpecFix = {
  writes:
    'It marks the operation `deprecated: true` and gives its first answer that is written there a `Sunset` header (RFC 8594), or, where every answer is a component that others share, the operation an `x-sunset`; the day is for you to fill in.',
  title: (site) => `Mark ${reachInWords(site)} as deprecated with its last day`,
  changes: (site) => {
    const { nodes, operation, api } = site;
    const address = nodes.addressOfTarget(operation.at);
    const own = address === null ? null : nodes.nodeAt(address);
    const answers = (own?.get('responses')?.entries() ?? []).filter(([status]) => /^[23]/.test(status));
    const answer = answers.find(([, written]) => written.kind === 'map' && written.get('$ref') === null);
    if (address === null || lastDayOf(operation) !== null) return null;
    const old = operation.deprecated ? [] : [setAt(address, ['deprecated'], true)];
    if (answer === undefined) return [...old, setAt(address, ['x-sunset'], new Fill('2027-12-31'), 'deprecated')];
    const type = { type: 'string' };
    const description = new Fill('Served until 2027-12-31');
    const header = { description, ...(api.description.version === '2.0' ? type : { schema: type }) };
    return [...old, setAt(address, ['responses', answer[0], 'headers', 'Sunset'], header)];
  },
};

/** The origins that may read an answer. */
export const nameOrigins: SpecFix = {
  writes:
    'It writes an origin in place of `*` in what the header `Access-Control-Allow-Origin` may say, or in the list of the gateway, `https://app.example.com` to begin with: fill in who may read the answer.',
  title: () => 'Name the origin that may read it',
  changes: ({ nodes, operation, api }) => {
    const open = openToEverySite(operation, { description: api.description, exposure: api.exposure });
    const header = open === null ? null : nodes.deref(nodes.nodeOf(open.at));
    const owners = [header, nodes.deref(header?.get('schema') ?? null)];
    const changes = owners.flatMap(everySite).map((node) => {
      const address = nodes.addressOfNode(node);
      return address === null ? null : setAt(address, [], new Fill('https://app.example.com'));
    });
    return changes.length === 0 || changes.includes(null) ? null : changes.flatMap((one) => one ?? []);
  },
};

function everySite(owner: Node | null): Node[] {
  const values = [...valueNodesOf(owner), ...(owner?.get('allowOrigins')?.items() ?? [])];
  return values.filter((node) => ['*', 'null'].includes(node.text() ?? ''));
}

/** An example that nobody takes for a live secret. */
export const replaceSecret: SpecFix = {
  writes:
    'It writes `example-secret` in place of the value. A secret that was published is known: withdraw it first, since its text stays in the history of the file.',
  title: () => 'Replace the published secret by a placeholder',
  changes: (site) => {
    const { nodes } = site;
    const addresses = secretNodes(site).map((node) => nodes.addressOfNode(node));
    if (addresses.length === 0 || addresses.includes(null)) return null;
    return addresses.flatMap((address) => (address === null ? [] : setAt(address, [], 'example-secret')));
  },
};

/** The values that look like a live secret: one in an example of a payload, or those of a parameter or property. */
function secretNodes(site: Site): readonly Node[] {
  const { nodes, operation } = site;
  const secret = shownSecretOf(operation);
  const node = secret === null ? null : nodes.nodeOf(secret.at);
  if (secret === null || node === null) return [];
  if (node.kind === 'scalar' && secretKind(node.text() ?? '') !== null) return [node];
  const owner = node.kind === 'scalar' ? nodes.ownerOf(secret.at) : node;
  const values = [owner, owner?.get('schema') ?? null].flatMap(valueNodesOf);
  return values.filter((value) => secretKind(value.text() ?? '') !== null);
}

/** Answers that tell whether an account exists. */
export const answerAlike: SpecFix = {
  writes:
    'It takes the 404 response out of the operation, where that is what tells. Where the operation itself asks whether an account exists it offers nothing.',
  title: (site) => `Take the 404 out of ${reachInWords(site)}`,
  changes: ({ nodes, operation }) => {
    const response = operation.responses.find(({ status }) => status === '404');
    const address = response === undefined ? null : nodes.addressOfTarget(operation.at);
    if (address === null || operation.responses.length < 2) return null;
    return [removeAt({ uri: address.uri, path: [...address.path, 'responses', '404'] })];
  },
};

/** JSON beside XML is enough. */
export const dropXml: SpecFix = {
  writes:
    'Where the operation takes JSON beside XML it takes XML out of its media types. Where XML is all that it takes it offers nothing.',
  title: (site) => `Take XML out of what ${reachInWords(site)} takes`,
  changes: ({ nodes, operation, api }) => {
    const address = nodes.addressOfTarget(operation.at);
    const own = address === null ? null : nodes.nodeAt(address);
    const types = operation.request?.mediaTypes ?? [];
    const xml = types.filter((type) => /[/+]xml\b/i.test(type));
    if (own === null || xml.length === 0 || !types.some((type) => /[/+]json\b/i.test(type))) return null;
    const isOld = api.description.version === '2.0';
    const owner = isOld ? (own.get('consumes') ?? null) : nodes.deref(own.get('requestBody'))?.get('content');
    const list = owner == null ? null : nodes.addressOfNode(owner);
    if (list === null || owner == null) return null;
    const keys = isOld ? xml.map((type) => owner.items().findIndex((item) => item.text() === type)) : xml;
    return keys.map((key) => removeAt({ uri: list.uri, path: [...list.path, key] }));
  },
};

/** The kinds of files that a part of a form may have. */
export const nameFileTypes: SpecFix = {
  writes:
    'For a part of a form it writes `encoding.contentType` beside the schema, `image/png` to begin with: fill in which files are meant. A body that is a file as a whole gets its media type as a key, and 2.0 has no place for it: there it offers nothing.',
  title: (site) => `Name the types of files that ${reachInWords(site)} takes`,
  changes: ({ nodes, operation, api }) => {
    const own = api.description.version === '2.0' ? null : nodes.targetOf(operation.at);
    const content = nodes.deref(nodes.deref(own?.get('requestBody') ?? null)?.get('content') ?? null);
    const parts = untypedFiles(operation).map(({ path }) => path.split('.')[0] ?? path);
    const forms = (content?.entries() ?? []).filter(([type]) => type.startsWith('multipart/'));
    if (parts.length === 0 || forms.length === 0 || forms.length < (content?.entries().length ?? 0)) return null;
    const changes = forms.flatMap(([, form]) => {
      const media = nodes.deref(form);
      const address = media === null ? null : nodes.addressOfNode(media);
      return [...new Set(parts)].map((part) =>
        address === null ? null : setAt(address, ['encoding', part, 'contentType'], new Fill('image/png')),
      );
    });
    return changes.includes(null) ? null : changes.flatMap((one) => one ?? []);
  },
};
