import type { Node } from '../../openapi/node';
import type { Address } from '../../openapi/spec-nodes';
import type { Place } from '../../text';
import type { Site } from './spec-fix';

/** A value that an operation takes or gives: where its name stands, and where it is. */
export interface Valued {
  readonly in: string;
  readonly at: Place;
}

/** The schema of a parameter or property, references followed; null where it cannot be told. */
export function schemaOf(site: Site, input: Valued): Node | null {
  const { nodes } = site;
  if (input.in === 'body' || input.in === 'response') {
    const named = nodes.nodeOf(input.at);
    // A form's field of 2.0 stands by its name, and is its own schema.
    return named?.kind === 'scalar' ? nodes.ownerOf(input.at) : nodes.deref(named);
  }
  const parameter = parameterOf(site, input);
  if (parameter === null || site.api.description.version === '2.0') return parameter;
  const [media] = nodes.deref(parameter.get('content'))?.entries() ?? [];
  return nodes.deref(parameter.get('schema') ?? media?.[1].get('schema') ?? null);
}

/** The parameter whose name stands at a place. */
export function parameterOf({ nodes }: Site, { at }: Pick<Valued, 'at'>): Node | null {
  const named = nodes.nodeOf(at);
  return named?.kind === 'scalar' ? nodes.ownerOf(at) : named;
}

/** Where a value stands, unless an alias leads there. */
export function addressOf({ nodes }: Site, node: Node | null): Address | null {
  return node === null ? null : nodes.addressOfNode(node);
}

/** The schemas of what an operation takes, or answers with a status of success: one for each media type, references unopened. */
export function payloadSchemas(site: Site, which: 'request' | 'response'): Node[] {
  const { nodes, operation, api } = site;
  const own = nodes.targetOf(operation.at);
  if (own === null) return [];
  const isOld = api.description.version === '2.0';
  if (which === 'request')
    return isOld ? bodySchema(site, own) : mediaSchemas(site, nodes.deref(own.get('requestBody')));
  const answers = (nodes.deref(own.get('responses'))?.entries() ?? []).filter(([status]) =>
    /^2|^default$/.test(status),
  );
  return answers.flatMap(([, answer]) => {
    const opened = nodes.deref(answer);
    return isOld ? [opened?.get('schema') ?? []].flat() : mediaSchemas(site, opened);
  });
}

function bodySchema({ nodes }: Site, own: Node): Node[] {
  const parameters = (nodes.deref(own.get('parameters'))?.items() ?? []).map((item) => nodes.deref(item));
  const body = parameters.find((one) => one?.textOf('in') === 'body');
  return [body?.get('schema') ?? []].flat();
}

function mediaSchemas({ nodes }: Site, owner: Node | null): Node[] {
  const media = nodes.deref(owner?.get('content') ?? null)?.entries() ?? [];
  return media.flatMap(([, written]) => nodes.deref(written)?.get('schema') ?? []);
}

/** A schema with what composes it (`allOf`, `oneOf`, `anyOf`), all references followed. */
export function partsOf(site: Site, schema: Node, left = 8): Node[] {
  const opened = site.nodes.deref(schema);
  if (opened === null || left === 0) return [];
  const parts = ['allOf', 'oneOf', 'anyOf'].flatMap((key) => opened.get(key)?.items() ?? []);
  return [opened, ...parts.flatMap((part) => partsOf(site, part, left - 1))];
}
