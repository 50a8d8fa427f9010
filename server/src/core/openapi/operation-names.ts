import {
  type Block,
  entries,
  items,
  kindOf,
  memo,
  type Place,
  place,
  type SourceDocument,
  scalar,
  // biome-ignore lint/suspicious/noShadowRestrictedNames: the text room's word for it.
  valueOf,
} from '../text';

/** A scalar of a description that names an operation or a path. */
export interface WrittenName {
  /** The `operationId` of an operation; that of a link; a `$ref` or `operationRef` into `paths`. */
  readonly role: 'operation' | 'link' | 'pointer';
  readonly text: string;
  readonly at: Place;
}

/** Nobody nests as deep, and a file that does must not exhaust the stack. */
const MAX_DEPTH = 200;
const SAMPLES: ReadonlySet<string> = new Set(['example', 'examples', 'default', 'enum', 'const']);
const POINTERS: ReadonlySet<string> = new Set(['$ref', 'operationRef']);

/** Every scalar of a document that names an operation or a path, in the order of the text. Samples and extensions are passed over. */
export const operationNamesIn: (document: SourceDocument) => readonly WrittenName[] = memo((document) => {
  const keys: string[] = [];
  return document.blocks.flatMap((block) => {
    keys.length = Math.max(0, block.depth);
    keys[block.depth] = block.key;
    const parent = keys[block.depth - 1] ?? '';
    return parent === 'links' ? new Walk(document.uri, block).from('links') : namesOfBlock(document.uri, block);
  });
});

const remembered = new WeakMap<Block, readonly WrittenName[]>();

function namesOfBlock(uri: string, block: Block): readonly WrittenName[] {
  const known = remembered.get(block);
  if (known !== undefined) return known;
  const names = new Walk(uri, block).from('');
  remembered.set(block, names);
  return names;
}

class Walk {
  private readonly names: WrittenName[] = [];

  constructor(
    private readonly uri: string,
    private readonly block: Block,
  ) {}

  /** The names in the block's value, whose own key stands under `parent`. */
  from(parent: string): readonly WrittenName[] {
    const { block } = this;
    const mayName = block.tree !== null && /operationId|operationRef|\/paths\//.test(block.text);
    if (!mayName || block.key.startsWith('x-')) return this.names;
    const value = valueOf(block);
    // The operation of a path item that is a file of its own has each key in a block.
    if (kindOf(block, value) === 'scalar') this.take(block.key, value, parent);
    else this.visit(value, block.key, parent, 0);
    return this.names;
  }

  private visit(node: number, key: string, parent: string, depth: number): void {
    if (depth > MAX_DEPTH) return;
    for (const item of items(this.block, node)) this.visit(item, '', key, depth + 1);
    for (const [at, value] of entries(this.block, node)) {
      const name = scalar(this.block, at) ?? '';
      if (kindOf(this.block, value) === 'scalar') this.take(name, value, parent);
      else if (!SAMPLES.has(name) && !name.startsWith('x-')) this.visit(value, name, key, depth + 1);
    }
  }

  private take(key: string, value: number, parent: string): void {
    if (key !== 'operationId' && !POINTERS.has(key)) return;
    const text = scalar(this.block, value) ?? '';
    if (POINTERS.has(key) && !text.includes('#/paths/')) return;
    const role = POINTERS.has(key) ? 'pointer' : parent === 'links' ? 'link' : 'operation';
    this.names.push({ role, text, at: place(this.uri, this.block, value) });
  }
}
