import type { Block } from '../text';
import { type Context, contextOf } from './context';
import { Node } from './node';
import { type PathItem, readPathItem } from './path-items';
import { Problems } from './problems';
import { type DocumentSource, Session } from './session';
import type { ApiDescription, Operation, OperationKind } from './types';
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
  private readonly session = new Session();
  private readonly problems = new Problems(this.session);
  private context: Context | null = null;
  /** By the block or file that they stand in, so that they go when it does; then by path. */
  private readonly items = new WeakMap<object, Map<string, PathItem>>();
  private live: PathItem[] = [];
  private reading = 0;
  private description: ApiDescription | null = null;

  constructor(readonly uri: string) {}

  read(source: DocumentSource): ApiDescription | null {
    const changed = this.session.update(source);
    if (!changed && this.description !== null) return this.description;
    const view = this.session.view(this.uri);
    const root = Node.root(view);
    const version = versionOf(root);
    this.description = root === null || version === null ? null : this.derive(view, root, version);
    return this.description;
  }

  private derive(view: View, root: Node, found: Version): ApiDescription {
    const { version, key } = found;
    this.context = contextOf(this.session, version, root, this.context);
    const { context } = this;
    const info = context.deref(root.get('info'));
    return {
      uri: this.uri,
      version,
      title: info?.textOf('title') ?? '',
      apiVersion: info?.textOf('version') ?? '',
      servers: context.servers,
      schemes: context.schemes,
      security: context.security,
      operations: this.operations(context, root),
      problems: [...otherRootKeys(root, found), ...this.problems.of(view)],
      at: key.keyAt,
    };
  }

  private operations(context: Context, root: Node): readonly Operation[] {
    const before = this.live;
    this.live = [];
    this.reading++;
    for (const [section, kind] of SECTIONS) {
      for (const [key, written] of context.deref(root.get(section))?.entries() ?? []) {
        if (key.startsWith('x-')) continue;
        const item = this.item(context, kind, key, written);
        item.reading = this.reading;
        this.live.push(item);
      }
    }
    // Those that are no more are let go of, so that nothing holds on to their texts.
    for (const item of before) if (item.reading !== this.reading) item.drop();
    return this.live.flatMap((item) => item.operations);
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

/** By the block of the version key, which hardly anyone edits: whoever describes the same file again finds its past. */
const described = new WeakMap<Block, Described>();

/** Reads the description whose root document is at `uri`; null where the document there is no OpenAPI root. */
export function describe(workspace: DocumentSource, uri: string): ApiDescription | null {
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
  return known.read(workspace);
}
