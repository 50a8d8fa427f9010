import { type Block, finish, type Steps } from '../text';
import { answersAtRoot } from './answer-sites';
import { unlistedRoutes } from './backend';
import { type Context, contextOf } from './context';
import { gatewayCrossOrigin } from './cross-origin';
import { limitsOf, unknownSchemes, unreadIn } from './limits';
import { Node } from './node';
import { type PathItem, readPathItem } from './path-items';
import { Problems } from './problems';
import { scanning } from './scan';
import { type DocumentSource, Session } from './session';
import type { ApiDescription, OperationKind } from './types';
import { unreadable } from './unreadable';
import { otherRootKeys, type Version, versionOf } from './version';
import { createView, type View } from './view';

const SECTIONS: readonly (readonly [string, OperationKind])[] = [
  ['paths', 'operation'],
  ['webhooks', 'webhook'],
  ['x-webhooks', 'webhook'],
];

/** One description between two edits: everything that the next reading may keep. */
class Described {
  private readonly session: Session;
  private readonly problems: Problems;
  private context: Context | null = null;
  /** By the block or file that they stand in, so that they go when it does; then by path. */
  private readonly items = new WeakMap<object, Map<string, PathItem>>();
  private live: readonly PathItem[] = [];
  private readings = 0;
  private description: ApiDescription | null = null;

  constructor(readonly uri: string) {
    this.session = new Session(uri);
    this.problems = new Problems(this.session);
  }

  *reading(source: DocumentSource): Steps<ApiDescription | null> {
    const changed = this.session.update(source);
    if (!changed && this.description !== null) return this.description;
    this.description = null;
    const number = ++this.readings;
    const view = this.session.view(this.uri);
    if (view.document !== undefined) yield* scanning(view.document);
    const root = Node.root(view);
    const version = versionOf(root);
    if (root === null || version === null) return null;
    // Somebody who could not wait for the next step has read it to its end, perhaps with other files beside it.
    if (number !== this.readings) return this.description;
    return yield* this.deriving(view, root, version);
  }

  private *deriving(view: View, root: Node, found: Version): Steps<ApiDescription | null> {
    const { version, key } = found;
    const context = contextOf(this.session, version, root, this.context);
    this.context = context;
    const number = this.readings;
    const items: PathItem[] = [];
    for (const [kind, name, written] of itemsIn(context, root)) {
      yield;
      if (number !== this.readings) return this.description;
      const item = this.item(context, kind, name, written);
      item.reading = number;
      items.push(item);
    }
    // Those that are no more are let go of, so that nothing holds on to their texts.
    for (const item of this.live) if (item.reading !== number) item.drop();
    this.live = items;
    const info = context.deref(root.get('info'));
    const { gateway } = context;
    const crossOrigin = gatewayCrossOrigin(root);
    const unlisted = unlistedRoutes(root);
    this.description = {
      uri: this.uri,
      version,
      title: info?.textOf('title') ?? '',
      apiVersion: info?.textOf('version') ?? '',
      servers: context.servers,
      schemes: context.schemes,
      ...(gateway !== null && { gateway }),
      ...(crossOrigin !== null && { crossOrigin }),
      ...(unlisted !== null && { unlisted }),
      security: context.security,
      operations: items.flatMap((item) => item.operations),
      ...answersAtRoot(root),
      problems: [
        ...otherRootKeys(root, found),
        ...limitsOf(root, found),
        ...unknownSchemes(context.schemes),
        ...unreadIn(items),
        ...this.problems.of(view, version),
      ],
      at: key.keyAt,
    };
    return this.description;
  }

  private item(context: Context, kind: OperationKind, key: string, written: Node): PathItem {
    const { owner } = written;
    const known = this.items.get(owner)?.get(key);
    if (known === undefined || known.stale || known.context.family !== context.family || known.kind !== kind) {
      return this.remember(owner, readPathItem(context, kind, key, written));
    }
    if (known.context !== context) known.inherit(context);
    return known;
  }

  private remember(owner: object, item: PathItem): PathItem {
    const siblings = this.items.get(owner);
    if (siblings === undefined) this.items.set(owner, new Map([[item.name, item]]));
    else siblings.set(item.name, item);
    return item;
  }
}

/** The path items and webhooks as written, one after the other. */
function* itemsIn(context: Context, root: Node): Generator<[kind: OperationKind, name: string, written: Node]> {
  for (const [section, kind] of SECTIONS) {
    for (const [name, written] of context.deref(root.get(section))?.entries() ?? []) {
      if (!name.startsWith('x-')) yield [kind, name, written];
    }
  }
}

/** By the block of the version key, which hardly anyone edits: whoever describes the same file again finds its past. */
const described = new WeakMap<Block, Described>();

/** Reads the description whose root document is at `uri`; null where the document there is no OpenAPI root. */
export function describe(workspace: DocumentSource, uri: string): ApiDescription | null {
  return finish(describing(workspace, uri));
}

/** As `describe`, block by block and path item by path item. */
export function* describing(workspace: DocumentSource, uri: string): Steps<ApiDescription | null> {
  const document = workspace.get(uri);
  if (document === undefined) return null;
  const version = versionOf(Node.root(createView(uri, document)));
  const block = version?.key.block;
  if (block === undefined || block === null) return unreadable(document);
  let known = described.get(block);
  if (known === undefined || known.uri !== uri) {
    known = new Described(uri);
    described.set(block, known);
  }
  return yield* known.reading(workspace);
}
