import { type Block, get, isTrue, kindOf, type Place, place, scalar, valueOf as valueIn } from '../text';
import { after } from '../text/tree';
import { aliasTarget, leavesItsBlock } from './aliases';
import type { KeySet } from './key-set';
import { ROOT, type View } from './view';

/** The index of a node that has no tree of its own: the root or a section whose entries are blocks. */
const SECTION = -2;
const NO_ENTRIES: readonly (readonly [string, Node])[] = [];
const NO_ITEMS: readonly Node[] = [];

/**
 * A value of a specification, whether it stands in one block or is a section (or a whole file) made of blocks.
 * Aliases are followed and merge keys honoured, so that readers need not know of either.
 */
export class Node {
  private constructor(
    readonly view: View,
    /** The block that holds the value; null for a file's root made of blocks. */
    readonly block: Block | null,
    readonly index: number,
    private readonly section: number,
    /** The key that it stands under, where there is one. */
    readonly keyBlock: Block | null,
    readonly keyIndex: number,
  ) {}

  /** The root value of a file, or null where the file is not there or empty. */
  static root(view: View): Node | null {
    const first = view.document?.blocks[0];
    if (first === undefined) return null;
    if (first.kind === 'whole') return Node.make(view, first, valueIn(first), -1);
    return new Node(view, null, SECTION, ROOT, first, -1);
  }

  /** A value inside a block, reached by another way than its keys. */
  static inside(view: View, block: Block, index: number): Node {
    return Node.make(view, block, index, index);
  }

  private static make(view: View, block: Block, index: number, keyIndex: number): Node {
    if (view.anchored && kindOf(block, index) === 'alias') {
      const target = aliasTarget(view, block, index);
      if (target !== null) return new Node(view, target.block, target.index, ROOT, block, keyIndex);
    }
    return new Node(view, block, index, ROOT, block, keyIndex);
  }

  private static ofBlock(view: View, at: number): Node | null {
    const block = view.document?.blocks[at];
    if (block === undefined) return null;
    if (block.kind === 'head') return new Node(view, block, SECTION, at, block, -1);
    const value = valueIn(block);
    return Node.make(view, block, value, value > 0 ? value - 1 : -1);
  }

  /** What the value was read from: equal owners and indexes are the same value. */
  get owner(): object {
    return this.block === null || this.leans ? (this.view.document as object) : this.block;
  }

  /** Distinguishes values of one owner. */
  get id(): number {
    if (this.index === SECTION) return -2 - this.section;
    if (!this.leans) return this.index;
    return (this.view.document?.blocks.indexOf(this.block as Block) ?? 0) * 1_000_000 + this.index;
  }

  /** Text outside its block may change what the value means. */
  get leans(): boolean {
    if (this.index === SECTION || this.block === null) return true;
    if (!this.view.entangled) return false;
    return (this.keyBlock !== null && this.keyBlock !== this.block) || leavesItsBlock(this.block);
  }

  get isSection(): boolean {
    return this.index === SECTION;
  }

  get kind(): 'map' | 'sequence' | 'scalar' | 'alias' | 'none' {
    if (this.index === SECTION) return 'map';
    return this.block === null || this.index < 0 ? 'none' : kindOf(this.block, this.index);
  }

  get(key: string): Node | null {
    if (this.index === SECTION) {
      const at = this.view.shape.children.get(this.section)?.get(key);
      return at === undefined ? null : Node.ofBlock(this.view, at);
    }
    if (this.block === null || this.index < 0) return null;
    const value = get(this.block, this.index, key);
    if (value >= 0) return Node.make(this.view, this.block, value, value - 1);
    return this.view.anchored && key !== '<<' ? this.merged(key) : null;
  }

  private merged(key: string): Node | null {
    for (const source of this.mergeSources()) {
      const found = source.block === this.block && source.index === this.index ? null : source.get(key);
      if (found !== null) return found;
    }
    return null;
  }

  private mergeSources(): readonly Node[] {
    const merge = this.get('<<');
    if (merge === null) return [];
    return merge.kind === 'sequence' ? merge.items() : [merge];
  }

  /** Keys and values in order; a merged key stands after the map's own. `only` may leave out the keys of no interest. */
  entries(only?: KeySet): readonly (readonly [string, Node])[] {
    if (this.index === SECTION) return this.sectionEntries();
    const { block, view, index } = this;
    if (block === null || index < 0 || kindOf(block, index) !== 'map') return NO_ENTRIES;
    const found: (readonly [string, Node])[] = [];
    const end = after(block, index);
    for (let key = index + 1; key < end; ) {
      const value = after(block, key);
      const name = only === undefined ? scalar(block, key) : only.find(block, key);
      if (name !== undefined) found.push([name, Node.make(view, block, value, key)]);
      key = after(block, value);
    }
    return view.anchored && get(block, this.index, '<<') >= 0 ? this.withMerged(found) : found;
  }

  private sectionEntries(): readonly (readonly [string, Node])[] {
    const { shape, sections, anchored } = this.view;
    const before = sections.get(this.section);
    // What an alias means may change with another block.
    const entries = before?.shape === shape && !anchored ? this.renewed(before.entries) : this.freshEntries();
    if (entries !== before?.entries) sections.set(this.section, { shape, entries });
    return entries;
  }

  private freshEntries(): readonly (readonly [string, Node])[] {
    const found: (readonly [string, Node])[] = [];
    for (const [key, at] of this.view.shape.children.get(this.section) ?? []) {
      const node = Node.ofBlock(this.view, at);
      if (node !== null) found.push([key, node]);
    }
    return found;
  }

  /** The entries of before, with new values for the blocks that were replaced. */
  private renewed(before: readonly (readonly [string, Node])[]): readonly (readonly [string, Node])[] {
    const blocks = this.view.document?.blocks ?? [];
    let entries: (readonly [string, Node])[] | null = null;
    let index = 0;
    for (const [key, at] of this.view.shape.children.get(this.section) ?? []) {
      if (before[index]?.[1].keyBlock !== blocks[at]) {
        const node = Node.ofBlock(this.view, at);
        if (node === null) return this.freshEntries();
        entries ??= [...before];
        entries[index] = [key, node];
      }
      index++;
    }
    return entries ?? before;
  }

  private withMerged(own: readonly (readonly [string, Node])[]): readonly (readonly [string, Node])[] {
    const all = new Map(own.filter(([key]) => key !== '<<'));
    for (const source of this.mergeSources()) {
      const self = source.block === this.block && source.index <= this.index;
      for (const [key, value] of self ? [] : source.entries()) if (!all.has(key)) all.set(key, value);
    }
    return [...all];
  }

  items(): readonly Node[] {
    const { block, view, index } = this;
    if (block === null || index < 0 || kindOf(block, index) !== 'sequence') return NO_ITEMS;
    const found: Node[] = [];
    const end = after(block, index);
    for (let item = index + 1; item < end; item = after(block, item)) found.push(Node.make(view, block, item, -1));
    return found;
  }

  /** The decoded text of a scalar. */
  text(): string | undefined {
    return this.block === null || this.index < 0 ? undefined : scalar(this.block, this.index);
  }

  isTrue(): boolean {
    return this.block !== null && this.index >= 0 && isTrue(this.block, this.index);
  }

  /** The decoded text under a key, or empty. */
  textOf(key: string): string {
    return this.get(key)?.text() ?? '';
  }

  /** The decoded texts of a list under a key. */
  textsOf(key: string): readonly string[] {
    const found: string[] = [];
    for (const item of this.get(key)?.items() ?? []) {
      const text = item.text();
      if (text !== undefined) found.push(text);
    }
    return found;
  }

  /** Where the value stands. */
  get at(): Place {
    if (this.block === null || this.index < 0) return this.keyAt;
    return place(this.view.uri, this.block, this.index);
  }

  /** Where its key stands; for an item of a list, the item. */
  get keyAt(): Place {
    const block = this.keyBlock as Block;
    const { uri } = this.view;
    if (this.keyIndex >= 0) return place(uri, block, this.keyIndex);
    if (this.index >= 0 && (block.kind === 'whole' || this.index > 2)) return place(uri, block, this.aliasOrSelf());
    const end = Math.min(block.text.length, block.keyStart + Math.max(block.key.length, 0));
    return { uri, block, start: Math.min(block.keyStart, end), end };
  }

  private aliasOrSelf(): number {
    return this.keyBlock === this.block ? this.index : 0;
  }
}
