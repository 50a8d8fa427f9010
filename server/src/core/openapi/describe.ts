import type { Block } from '../text';
import { type Context, contextOf } from './context';
import { Node } from './node';
import { type PathItem, readPathItem } from './path-items';
import { Problems } from './problems';
import { type DocumentSource, Session } from './session';
import type { ApiDescription, Operation, OperationKind } from './types';
import { unreadable } from './unreadable';
import { type Version, versionOf } from './version';
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
  private items = new Map<object, Map<string, PathItem>>();
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

  private derive(view: View, root: Node, { version, key }: Version): ApiDescription {
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
      problems: this.problems.of(view),
      at: key.keyAt,
    };
  }

  private operations(context: Context, root: Node): readonly Operation[] {
    const operations: Operation[] = [];
    const kept = new Map<object, Map<string, PathItem>>();
    for (const [section, kind] of SECTIONS) {
      for (const [key, written] of context.deref(root.get(section))?.entries() ?? []) {
        if (key.startsWith('x-')) continue;
        const item = this.item(context, kind, key, written);
        remember(kept, written, item);
        for (const operation of item.operations) operations.push(operation);
      }
    }
    this.keep(kept);
    return operations;
  }

  /** Lets go of the path items that are no more, so that nothing holds on to their texts. */
  private keep(kept: Map<object, Map<string, PathItem>>): void {
    for (const [owner, items] of this.items) {
      for (const [key, item] of items) if (kept.get(owner)?.get(key) !== item) item.drop();
    }
    this.items = kept;
  }

  private item(context: Context, kind: OperationKind, key: string, written: Node): PathItem {
    const known = this.items.get(written.owner)?.get(key);
    const holds = known !== undefined && !known.stale && known.context === context && known.kind === kind;
    return holds ? known : readPathItem(context, kind, key, written);
  }
}

function remember(items: Map<object, Map<string, PathItem>>, written: Node, item: PathItem): void {
  const { owner } = written;
  const siblings = items.get(owner);
  if (siblings === undefined) items.set(owner, new Map([[item.name, item]]));
  else siblings.set(item.name, item);
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
