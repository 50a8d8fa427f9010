import type { Place } from '../text';
import { ANSWERS_KEY } from '../text/split';
import { sitesOfOperation, sitesOfPath } from './answer-sites';
import { readBackend } from './backend';
import type { Context } from './context';
import { controlOf, readGateway, withRoot } from './gateway';
import type { Node } from './node';
import { readParameters } from './parameters';
import { readRequest, readResponses } from './requests';
import { readSecurity } from './security';
import { readHost, readServers } from './servers';
import { Derivation } from './session';
import type { Operation, OperationKind, Server, SpecProblem } from './types';

const METHODS = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);
/** Keys of operations that came with 3.2. */
const LATER = new Set(['query', 'additionalOperations']);
/** The keys of a path item under which operations stand. */
export const METHOD_KEYS: readonly string[] = [...METHODS, ...LATER];
/** Amazon API Gateway’s key of an operation for all methods that are not listed. */
const ANY_METHOD = 'x-amazon-apigateway-any-method';
/** Callbacks of callbacks of callbacks are nobody's API. */
const MAX_CALLBACK_DEPTH = 3;

/** The operations of one entry of `paths` or `webhooks`, with what they were read from. */
export class PathItem extends Derivation {
  operations: readonly Operation[] = [];
  /** What of it was not read, and why. */
  readonly unread: SpecProblem[] = [];
  /** The latest reading of the description that it is part of. */
  reading = 0;

  constructor(
    public context: Context,
    readonly kind: OperationKind,
    readonly name: string,
  ) {
    super(context.session);
  }

  /** Takes over what another context of the family gives to those operations that say nothing themselves. */
  inherit(context: Context): void {
    const before = this.context;
    this.context = context;
    this.operations = this.operations.map((operation) => {
      const security = operation.security === before.inherited ? context.inherited : operation.security;
      const servers = operation.servers === before.servers ? context.servers : operation.servers;
      return security === operation.security && servers === operation.servers
        ? operation
        : { ...operation, security, servers };
    });
  }
}

/** One path item to read, and where it was found. */
interface Found {
  readonly kind: OperationKind;
  readonly path: string;
  readonly name: string;
  /** The entry's value as written: its key is the path's key. */
  readonly written: Node;
  readonly depth: number;
}

export function readPathItem(context: Context, kind: OperationKind, key: string, written: Node): PathItem {
  const item = new PathItem(context, kind, key);
  const operations: Operation[] = [];
  const name = kind === 'operation' ? '' : key;
  readInto(operations, item, { kind, path: key, name, written, depth: 0 });
  item.operations = operations;
  return item;
}

function readInto(operations: Operation[], item: PathItem, found: Found): void {
  const { written } = found;
  const own = written.kind === 'map' ? written : null;
  const referred = own?.get('$ref') === null ? null : item.deref(own);
  const shared = sitesOfPath([own, referred]);
  const methods = new Map<string, readonly [Node, Node]>();
  for (const node of [referred, own]) {
    if (node === null) continue;
    for (const [method, operation] of methodsOf(item, node)) methods.set(method, [node, operation]);
  }
  for (const [method, [pathItem, operation]] of methods) {
    const target = item.deref(operation);
    if (target?.kind !== 'map') continue;
    const answers = sitesOfOperation(target, shared);
    const read = readOperation(item, found, pathItem, method, operation, target);
    operations.push(answers === null ? read : { ...read, answers });
    readCallbacks(operations, item, found, target);
  }
}

function methodsOf(item: PathItem, pathItem: Node): readonly (readonly [string, Node])[] {
  const found: (readonly [string, Node])[] = [];
  for (const [key, node] of pathItem.entries()) {
    if (METHODS.has(key)) found.push([key.toUpperCase(), node]);
    else if (key === ANY_METHOD) found.push(['ANY', node]);
    else if (LATER.has(key)) found.push(...laterMethods(item, key, node));
  }
  return found;
}

/** Operations that an older description may not have yet. */
function laterMethods(item: PathItem, key: string, node: Node): readonly (readonly [string, Node])[] {
  const { version } = item.context;
  if (version !== '3.2') {
    const message = `OpenAPI has ${key} from 3.2 on and this description is of ${version}, so it is not checked`;
    item.unread.push({ code: 'not-checked', message, at: node.keyAt });
    return [];
  }
  return key === 'query' ? [['QUERY', node]] : node.entries().map(([method, one]) => [method.toUpperCase(), one]);
}

function readOperation(
  item: PathItem,
  found: Found,
  pathItem: Node,
  method: string,
  written: Node,
  operation: Node,
): Operation {
  const { context } = item;
  const { parameters, body, misplaced } = readParameters(item, pathItem, operation);
  const lost = context.version === '2.0' ? misplaced : [...misplaced, ...body];
  for (const node of lost) item.unread.push(misplacedAt(node));
  const extensions = [...new Set([...extensionsOf(pathItem), ...extensionsOf(operation)])];
  const own = extensions.some(controlOf) ? readGateway([operation, pathItem]) : null;
  const gateway = withRoot(own, context.gateway);
  const backend = (extensions.length > 0 ? readBackend([operation, pathItem]) : null) ?? context.backend;
  const internal = extensions.includes(INTERNAL) ? markedIn([operation, pathItem]) : null;
  return {
    kind: found.kind,
    method,
    path: found.path,
    name: found.name,
    operationId: operation.textOf('operationId'),
    summary: operation.textOf('summary'),
    tags: operation.textsOf('tags'),
    deprecated: operation.get('deprecated')?.isTrue() === true,
    security: readSecurity(item, operation, 'operation', context) ?? context.inherited,
    servers: serversOf(context, pathItem, operation),
    parameters,
    request: readRequest(item, context, operation, body),
    responses: readResponses(item, context, operation),
    extensions,
    ...(gateway !== null && { gateway }),
    ...(backend !== null && { backend }),
    ...(internal !== null && { internal }),
    at: written.keyAt,
    pathAt: found.written.keyAt,
    shape: {},
  };
}

const INTERNAL = 'x-internal';

/** Where the nearest owner marks itself as internal; null where that one says no, or none says anything. */
function markedIn(owners: readonly Node[]): Place | null {
  const mark = owners.map((owner) => owner.get(INTERNAL)).find((one) => one !== null);
  return mark?.isTrue() === true ? mark.keyAt : null;
}

function misplacedAt(node: Node): SpecProblem {
  const where = node.textOf('in');
  const named = `The parameter ${node.textOf('name')}`;
  const message =
    where === '' ? `${named} does not say where it stands` : `${named} stands in ${where}, which is not known here`;
  return {
    code: 'not-checked',
    message: `${message}, so it is not checked`,
    at: (node.get('in') ?? node.get('name') ?? node).at,
  };
}

function serversOf(context: Context, pathItem: Node, operation: Node): readonly Server[] {
  if (context.version !== '2.0') return readServers(operation) ?? readServers(pathItem) ?? context.servers;
  return operation.get('schemes') === null ? context.servers : readHost(context.root, operation);
}

function extensionsOf(node: Node): readonly string[] {
  const keys: string[] = [];
  for (const [key] of node.entries()) if (key.startsWith('x-') && key !== ANSWERS_KEY) keys.push(key);
  return keys;
}

function readCallbacks(operations: Operation[], item: PathItem, found: Found, operation: Node): void {
  const callbacks = operation.get('callbacks');
  if (callbacks === null) return;
  if (found.depth === MAX_CALLBACK_DEPTH) {
    const message = `Callbacks of callbacks are read ${MAX_CALLBACK_DEPTH} levels deep, so these are not checked`;
    item.unread.push({ code: 'not-checked', message, at: callbacks.keyAt });
    return;
  }
  for (const [name, written] of item.deref(callbacks)?.entries() ?? []) {
    for (const [expression, pathItem] of item.deref(written)?.entries() ?? []) {
      if (expression.startsWith('x-')) continue;
      readInto(operations, item, {
        kind: 'callback',
        path: expression,
        name,
        written: pathItem,
        depth: found.depth + 1,
      });
    }
  }
}
