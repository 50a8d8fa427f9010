import { type Block, entries, get, items, type SourceDocument, type Steps, scalar, valueOf as valueIn } from '../text';
import { ALIAS, kindIn, MAP, SCALAR, SEQUENCE } from '../text/node-head';
import { ANSWERS_KEY } from '../text/split';

/** A text and the node that it stands in. */
export interface Found {
  readonly text: string;
  readonly node: number;
}

/** A reference as it is written: the value of a `$ref`, of an entry of `discriminator.mapping`, or the key of a security requirement. */
export interface WrittenReference {
  readonly ref: string;
  readonly node: number;
  readonly role: 'reference' | 'mapping' | 'requirement';
}

/** What one block says of references and keys: a pure function of its text. */
export interface BlockScan {
  readonly references: readonly WrittenReference[];
  /** Some of them may lead out of the file: where none does, nobody need look through them. */
  readonly leaves: boolean;
  /** Dialects that schemas name with `$schema`. */
  readonly dialects: readonly Found[];
  /** What schemas inside call themselves with `$id`, with the mapping that does; outer ones before those in them. */
  readonly ids: readonly Found[];
  /** Keys that their mapping already has. */
  readonly duplicates: readonly number[];
  /** Values of `x-stridewise`: answers that stand beside what they answer. */
  readonly answers: readonly number[];
}

const NOTHING: BlockScan = { references: [], leaves: false, dialects: [], ids: [], duplicates: [], answers: [] };
const MAX_DEPTH = 200;
const HASH = 35;
const memo = new WeakMap<Block, BlockScan>();

/** References and repeated keys of a block. Sample values and extensions may contain anything and are passed over. */
export function scanBlock(block: Block): BlockScan {
  let scan = memo.get(block);
  if (scan === undefined) {
    scan = block.tree === null ? NOTHING : new Scanner(block, block.tree).scan();
    memo.set(block, scan);
  }
  return scan;
}

/** Reads and scans a document block by block, so that whoever asks for its references next need not wait for it. */
export function* scanning({ blocks }: SourceDocument): Steps<void> {
  for (const block of blocks) {
    yield;
    scanBlock(block);
  }
}

/** Every block is scanned when a file opens, so this reads the tree itself and decodes next to nothing. */
class Scanner {
  private readonly references: WrittenReference[] = [];
  private leaves = false;
  private readonly dialects: Found[] = [];
  private readonly ids: Found[] = [];
  private readonly duplicates: number[] = [];
  private readonly answers: number[] = [];

  constructor(
    private readonly block: Block,
    private readonly tree: Int32Array,
  ) {}

  scan(): BlockScan {
    const root = valueIn(this.block);
    const { key, depth } = this.block;
    const name = depth === 0 ? key : '';
    // At the root of a fragment `default` and `value` may be names: of a response, of a parameter.
    const skipped = name.startsWith('x-') || name === 'example' || name === 'examples';
    if (root >= 0 && !skipped) this.visit(root, 0, NAMING.has(name));
    this.takeNames(name, root);
    if (name === '$schema') this.takeDialect(root);
    if (name === ANSWERS_KEY && root >= 0) this.answers.push(root);
    const { references, leaves, dialects, ids, duplicates, answers } = this;
    return references.length + dialects.length + ids.length + duplicates.length + answers.length === 0
      ? NOTHING
      : { references, leaves, dialects, ids: ids.sort((one, other) => one.node - other.node), duplicates, answers };
  }

  /** `named`: the keys are names that people chose, so none of them means anything. */
  private visit(node: number, depth: number, named: boolean): void {
    const kind = this.kind(node);
    if (depth > MAX_DEPTH) return;
    if (kind === MAP) this.visitMap(node, depth, named);
    if (kind !== SEQUENCE) return;
    const end = this.next(node);
    for (let item = node + 1; item < end; item = this.next(item)) this.visit(item, depth + 1, false);
  }

  private visitMap(node: number, depth: number, named: boolean): void {
    const end = this.next(node);
    let count = 0;
    for (let key = node + 1; key < end; count++) {
      const value = this.next(key);
      if (!this.isScalar(value)) this.takeEntry(key, value, depth, named);
      else if (this.mayMatter(key)) this.takeText(node, this.wordAt(key), value, named);
      key = this.next(value);
    }
    if (count > 16) this.findAmongMany(node, end);
    else if (count > 1) this.findAmongFew(node, end);
  }

  /** The index after a node's subtree. */
  private next(node: number): number {
    const kind = kindIn(this.tree[node * 3] ?? 0);
    return kind === MAP || kind === SEQUENCE ? (this.tree[node * 3 + 2] ?? node + 1) : node + 1;
  }

  private isScalar(node: number): boolean {
    return kindIn(this.tree[node * 3] ?? 0) === SCALAR;
  }

  private mayMatter(key: number): boolean {
    const start = this.tree[key * 3 + 1] ?? -1;
    const length = (this.tree[key * 3 + 2] ?? 0) - start;
    return (length === 3 || length === 4 || length === 7 || length === 11) && this.block.text.charCodeAt(start) === 36;
  }

  private takeEntry(key: number, value: number, depth: number, named: boolean): void {
    const kind = this.kind(value);
    if (kind === ALIAS) return;
    const name = this.wordAt(key);
    if (named || !isSample(name)) this.visit(value, depth + 1, !named && NAMING.has(name));
    if (!named) this.takeNames(name, value);
    if (!named && name === 'x-' && scalar(this.block, key) === ANSWERS_KEY) this.answers.push(value);
  }

  /** Names and addresses that are references without saying so. */
  private takeNames(key: string, value: number): void {
    if (key === 'discriminator') this.takeMapping(value);
    else if (key === 'security') this.takeRequirements(value);
  }

  private takeText(map: number, name: string, value: number, named: boolean): void {
    if (name === '$id' && !named) this.takeId(map, value);
    if (name === '$schema' && !named) this.takeDialect(value);
    if (name === '$ref' || name === '$dynamicRef') this.take(value, 'reference');
  }

  private take(node: number, role: WrittenReference['role']): void {
    const ref = scalar(this.block, node);
    if (ref === undefined || ref === '') return;
    this.references.push({ ref, node, role });
    this.leaves ||= ref.charCodeAt(0) !== HASH;
  }

  private takeMapping(discriminator: number): void {
    const mapping = get(this.block, discriminator, 'mapping');
    for (const [, value] of entries(this.block, mapping)) if (this.isScalar(value)) this.take(value, 'mapping');
  }

  private takeRequirements(list: number): void {
    for (const item of items(this.block, list)) {
      for (const [key] of entries(this.block, item)) this.take(key, 'requirement');
    }
  }

  /** A fragment alone is a plain name, and what a whole file calls itself is told by its root. */
  private takeId(map: number, value: number): void {
    const text = scalar(this.block, value) ?? '';
    if (!/^[^#\s]\S*$/.test(text) || (this.block.kind === 'whole' && map === valueIn(this.block))) return;
    this.ids.push({ text, node: map });
  }

  private takeDialect(node: number): void {
    const text = node < 0 ? undefined : scalar(this.block, node);
    if (text !== undefined) this.dialects.push({ text, node });
  }

  private kind(node: number): number {
    return kindIn(this.tree[node * 3] ?? 0);
  }

  /** The key's text where it could be a word that matters here. */
  private wordAt(key: number): string {
    const start = this.tree[key * 3 + 1] ?? -1;
    const length = (this.tree[key * 3 + 2] ?? 0) - start;
    if (start < 0 || this.kind(key) !== SCALAR) return '';
    const first = this.block.text.charCodeAt(start);
    if (first === 120 && this.block.text.charCodeAt(start + 1) === 45) return 'x-';
    return length > 17 || !FIRST.has(first) ? '' : this.block.text.slice(start, start + length);
  }

  /** Compares lengths and first letters before anything is decoded. */
  private findAmongFew(node: number, end: number): void {
    for (let key = node + 1; key < end; key = this.next(this.next(key))) {
      for (let other = node + 1; other < key; other = this.next(this.next(other))) {
        if (!this.same(other, key)) continue;
        this.duplicates.push(key);
        break;
      }
    }
  }

  private findAmongMany(node: number, end: number): void {
    const names = new Set<string>();
    for (let key = node + 1; key < end; key = this.next(this.next(key))) {
      const name = this.name(key);
      if (names.has(name)) this.duplicates.push(key);
      names.add(name);
    }
  }

  /** Quotes and escapes apart, keys of different length or with different first letters differ. */
  private same(one: number, other: number): boolean {
    const { tree } = this;
    const start = tree[one * 3 + 1] ?? 0;
    const from = tree[other * 3 + 1] ?? 0;
    if ((tree[one * 3 + 2] ?? 0) - start !== (tree[other * 3 + 2] ?? 0) - from) return false;
    if (this.block.text.charCodeAt(start) !== this.block.text.charCodeAt(from)) return false;
    return this.name(one) === this.name(other);
  }

  private name(key: number): string {
    const name = scalar(this.block, key);
    return name === undefined || name === '<<' ? `\0${key}` : name;
  }
}

const SAMPLES = new Set(['example', 'examples', 'default', 'enum', 'const', 'value', 'dataValue', 'x-']);
const NAMING = new Set([
  ...[
    'properties',
    'patternProperties',
    'dependentSchemas',
    'schemas',
    'definitions',
    '$defs',
    'responses',
    'parameters',
  ],
  ...[
    'headers',
    'callbacks',
    'links',
    'requestBodies',
    'securitySchemes',
    'pathItems',
    'mediaTypes',
    'paths',
    'webhooks',
  ],
  ...['content', 'variables', 'encoding', 'flows', 'scopes', 'mapping', 'additionalOperations'],
]);
const FIRST = new Set([...SAMPLES, ...NAMING, '$ref', 'discriminator', 'security'].map((word) => word.charCodeAt(0)));

function isSample(key: string): boolean {
  return SAMPLES.has(key) || key.startsWith('x-');
}
