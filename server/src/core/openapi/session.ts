import { type Block, detach, resolveUri, type SourceDocument } from '../text';
import { anchorTarget } from './anchors';
import { reachedFrom } from './missing-references';
import { Node } from './node';
import { isRemote, parseReference, type Reference, targetName } from './references';
import { addressBelow, addressOf, baseOf, type Ids, idsOf, isAbsolute, ownName, sameIds } from './schema-ids';
import { createView, setDocument, type View } from './view';

/** Where the analysis finds files; only what is loaded can be seen. */
export interface DocumentSource {
  get(uri: string): SourceDocument | undefined;
  /** All of them, where that is known: a schema may be found by its `$id` wherever it stands. */
  readonly documents?: ReadonlyMap<string, SourceDocument>;
}

const NOBODY: ReadonlySet<Derivation> = new Set();

/** Something that derived values were read from. */
export class Cell {
  private readersOrNone: Set<Derivation> | null = null;

  get readers(): ReadonlySet<Derivation> {
    return this.readersOrNone ?? NOBODY;
  }

  addReader(reader: Derivation): void {
    this.readersOrNone ??= new Set();
    this.readersOrNone.add(reader);
  }

  removeReader(reader: Derivation): void {
    this.readersOrNone?.delete(reader);
  }
}

/** What a `$ref` leads to. */
export class Resolution extends Cell {
  target: Node | null = null;
  status: 'found' | 'missing' | 'remote' | 'unknown' = 'missing';
  /** The file that it points into. */
  into: View | null = null;
  /** Where it points on the network, if it does. */
  address = '';
  /** The pointer went through further references, so any change may move it. */
  chained = false;

  /** What people call the target: see `targetName`. */
  readonly name: string;

  constructor(
    /** See `baseOf`. */
    readonly from: string,
    readonly ref: string,
  ) {
    super();
    this.name = targetName(ref);
  }
}

/** A derived value together with everything that it read; it is stale as soon as one of these leads elsewhere. */
export class Derivation extends Cell {
  stale = false;
  private readonly reads = new Set<Cell>();

  constructor(readonly session: Session) {
    super();
  }

  read(cell: Cell): void {
    if (this.reads.has(cell)) return;
    this.reads.add(cell);
    cell.addReader(this);
  }

  /** Depends on all that another does. */
  readAllOf(other: Derivation): void {
    for (const cell of other.reads) this.read(cell);
  }

  resolve(from: string, ref: string): Resolution {
    const resolution = this.session.resolve(from, ref);
    this.read(resolution);
    return resolution;
  }

  /** Follows `$ref`s until something else stands there; null where they lead nowhere or in a circle. */
  deref(node: Node | null): Node | null {
    let at = node;
    for (let hops = 0; at !== null && hops < 20; hops++) {
      const ref = at.get('$ref')?.text();
      if (ref === undefined) return at;
      at = this.resolve(baseOf(at.view.uri, at.block, at.index), ref).target;
    }
    return null;
  }

  /** Forgets what it read, so that nothing keeps it alive. */
  drop(): void {
    this.stale = true;
    for (const cell of this.reads) cell.removeReader(this);
    this.reads.clear();
  }
}

function invalidate(cell: Cell): void {
  for (const reader of [...cell.readers]) {
    reader.drop();
    invalidate(reader);
  }
}

/** What is known of one description's files between two edits. */
export class Session {
  private readonly views = new Map<string, View>();
  private readonly resolutions = new Map<string, Map<string, Resolution>>();
  private source: DocumentSource = { get: () => undefined };
  /** Null as long as no reference needed them. */
  private ids: Ids | null = null;
  /** Counts how often some reference began or ceased to lead somewhere. */
  flips = 0;

  /** `root`: the file whose references count first. */
  constructor(readonly root: string) {}

  view(uri: string): View {
    let view = this.views.get(uri);
    if (view === undefined) {
      view = createView(uri, this.source.get(uri));
      this.views.set(uri, view);
    }
    return view;
  }

  resolve(from: string, ref: string): Resolution {
    let local = this.resolutions.get(from);
    if (local === undefined) {
      local = new Map();
      this.resolutions.set(from, local);
    }
    let resolution = local.get(ref);
    if (resolution === undefined) {
      resolution = new Resolution(from, detach(ref));
      local.set(resolution.ref, resolution);
      this.settle(resolution);
    }
    return resolution;
  }

  /** Takes the files as they are now and marks what an edit made stale. False: nothing changed. */
  update(source: DocumentSource): boolean {
    this.source = source;
    const changes = new Map<View, Change>();
    for (const view of this.views.values()) {
      const document = source.get(view.uri);
      if (document === view.document) continue;
      changes.set(view, replace(view, document));
    }
    const renamed = this.ids !== null && this.renew(this.ids);
    if (changes.size > 0 || renamed) this.recheck(changes);
    return changes.size > 0 || renamed;
  }

  private renew(before: Ids): boolean {
    const after = this.readIds();
    if (sameIds(before, after)) return false;
    this.ids = after;
    return true;
  }

  private readIds(): Ids {
    const documents = new Set<SourceDocument>();
    for (const [, document] of reachedFrom(this.source, this.root)) if (document) documents.add(document);
    for (const document of this.source.documents?.values() ?? []) documents.add(document);
    return idsOf(documents, (uri) => this.view(uri));
  }

  private recheck(changes: ReadonlyMap<View, Change>): void {
    for (const local of this.resolutions.values()) {
      for (const resolution of local.values()) {
        const change = resolution.into === null ? undefined : changes.get(resolution.into);
        if (resolution.chained || (change !== undefined && touches(change, resolution))) {
          this.settleAgain(resolution, change !== undefined);
        }
      }
    }
  }

  private settleAgain(resolution: Resolution, changed: boolean): void {
    const { target, status } = resolution;
    this.settle(resolution);
    if (status !== resolution.status) this.flips++;
    const same = changed ? sameTarget(target, resolution.target) : sameNode(target, resolution.target);
    if (!same) invalidate(resolution);
  }

  private settle(resolution: Resolution): void {
    resolution.target = null;
    resolution.into = null;
    resolution.chained = false;
    const [uri = '', ...around] = resolution.from.split('\n');
    const reference = parseReference(resolution.ref);
    const own = this.ownName(uri);
    const isByName = around.length > 0 || isAbsolute(reference.file) || (own !== null && reference.file !== '');
    if (isByName && this.settleByName(resolution, uri, reference)) return;
    this.settleByFile(resolution, uri, reference);
    if (!isFileMissing(resolution)) return;
    if (!isByName) this.settleByName(resolution, uri, reference);
    else this.settleOnNetwork(resolution, addressBelow(this.addressOf(resolution.from, uri), reference.file));
  }

  /** Below an `$id` of the network a missing file is one of the network. */
  private settleOnNetwork(resolution: Resolution, address: string): void {
    if (!isRemote(address)) return;
    resolution.status = 'remote';
    resolution.address = address;
  }

  /** Looks for the schema that has the address as its `$id`. */
  private settleByName(resolution: Resolution, uri: string, reference: Reference): boolean {
    // A name may come to stand anywhere, so any change may move it.
    resolution.chained = true;
    this.ids ??= this.readIds();
    const named = this.ids.get(addressBelow(this.addressOf(resolution.from, uri), reference.file));
    const target = named === undefined ? null : this.targetIn(resolution, named, reference);
    if (named === undefined || target === null) return false;
    resolution.into = named.view;
    resolution.target = target;
    resolution.status = 'found';
    return true;
  }

  private targetIn(resolution: Resolution, root: Node, { pointer, anchor }: Reference): Node | null {
    return pointer === null ? anchorTarget(root.view, anchor) : this.walk(resolution, root, pointer);
  }

  private settleByFile(resolution: Resolution, from: string, { file, pointer, anchor }: Reference): void {
    const own = file === '' || file === this.ownName(from);
    const uri = own ? from : resolveUri(from, file);
    if (!own && (isRemote(file) || isRemote(uri))) {
      resolution.status = 'remote';
      resolution.address = file;
      return;
    }
    resolution.into = this.view(uri);
    if (pointer === null) {
      // The name may come to stand in any block, so any change may move it.
      resolution.chained = true;
      resolution.target = anchorTarget(resolution.into, anchor);
      resolution.status = resolution.target === null ? 'unknown' : 'found';
      return;
    }
    resolution.target = this.walk(resolution, Node.root(resolution.into), pointer);
    resolution.status = resolution.target === null ? 'missing' : 'found';
  }

  private ownName(uri: string): string | null {
    const { document } = this.view(uri);
    return document === undefined ? null : ownName(document);
  }

  /** The address of a base (see `baseOf`). */
  private addressOf(from: string, uri: string): string {
    return addressOf(from, addressBelow(uri, this.ownName(uri) ?? ''));
  }

  private walk(resolution: Resolution, root: Node | null, pointer: readonly string[]): Node | null {
    let at = root;
    for (const step of pointer) {
      if (at === null) return null;
      at = child(at, step) ?? this.through(resolution, at, step);
    }
    return at;
  }

  /** A step into a value that is itself a reference. */
  private through(resolution: Resolution, node: Node, step: string): Node | null {
    let at: Node | null = node;
    for (let hops = 0; at !== null && hops < 20; hops++) {
      const ref: string | undefined = at.get('$ref')?.text();
      if (ref === undefined) return null;
      const from = baseOf(at.view.uri, at.block, at.index);
      if (from === resolution.from && ref === resolution.ref) return null;
      resolution.chained = true;
      at = this.resolve(from, ref).target;
      const found = at === null ? null : child(at, step);
      if (found !== null) return found;
    }
    return null;
  }
}

interface Change {
  readonly shape: boolean;
  readonly removed: ReadonlySet<Block>;
}

function replace(view: View, document: SourceDocument | undefined): Change {
  const { shape } = view;
  const before = view.document?.blocks ?? [];
  setDocument(view, document);
  const after = document?.blocks ?? [];
  if (view.shape === shape)
    return { shape: false, removed: new Set(before.filter((block, at) => block !== after[at])) };
  const live = new Set(after);
  return { shape: true, removed: new Set(before.filter((block) => !live.has(block))) };
}

function touches(change: Change, { target }: Resolution): boolean {
  if (change.shape || target === null || target.block === null || target.leans) return true;
  return change.removed.has(target.block);
}

function isFileMissing({ status, into }: Resolution): boolean {
  return status === 'missing' && into?.document === undefined;
}

function sameTarget(before: Node | null, after: Node | null): boolean {
  if (before === null || after === null) return before === after;
  return !before.leans && !after.leans && sameNode(before, after);
}

function sameNode(before: Node | null, after: Node | null): boolean {
  return before === after || (before?.block === after?.block && before?.index === after?.index);
}

function child(node: Node, step: string): Node | null {
  if (node.kind !== 'sequence') return node.get(step);
  return /^\d+$/.test(step) ? (node.items()[Number(step)] ?? null) : null;
}
