import { type Block, entries, items, kindOf, scalar, valueOf as valueIn } from '../text';

/** What one block says of references and keys: a pure function of its text. */
export interface BlockScan {
  readonly references: readonly { readonly ref: string; readonly node: number }[];
  /** Keys that their mapping already has. */
  readonly duplicates: readonly number[];
}

const NOTHING: BlockScan = { references: [], duplicates: [] };
const MAX_DEPTH = 200;
const memo = new WeakMap<Block, BlockScan>();

/** References and repeated keys of a block. Sample values and extensions may contain anything and are passed over. */
export function scanBlock(block: Block): BlockScan {
  let scan = memo.get(block);
  if (scan === undefined) {
    scan = block.tree === null ? NOTHING : read(block);
    memo.set(block, scan);
  }
  return scan;
}

interface Draft {
  readonly block: Block;
  readonly references: { ref: string; node: number }[];
  readonly duplicates: number[];
}

function read(block: Block): BlockScan {
  const draft: Draft = { block, references: [], duplicates: [] };
  const root = valueIn(block);
  if (root >= 0 && !isSample(block.key, false)) visit(draft, root, 0, block.key === 'properties');
  return draft.references.length + draft.duplicates.length === 0 ? NOTHING : draft;
}

/** `named`: the keys are names that people chose, so none of them means anything. */
function visit(draft: Draft, node: number, depth: number, named: boolean): void {
  if (depth > MAX_DEPTH) return;
  const { block } = draft;
  const kind = kindOf(block, node);
  if (kind === 'sequence') for (const item of items(block, node)) visit(draft, item, depth + 1, false);
  if (kind !== 'map') return;
  const seen = new Set<string>();
  for (const [key, value] of entries(block, node)) {
    const name = scalar(block, key);
    if (name === undefined) continue;
    if (seen.has(name) && name !== '<<') draft.duplicates.push(key);
    seen.add(name);
    const valueKind = kindOf(block, value);
    if (valueKind === 'scalar') takeScalar(draft, name, value);
    else if (!isSample(name, named)) visit(draft, value, depth + 1, namesIts(name, named));
  }
}

function takeScalar(draft: Draft, name: string, value: number): void {
  const ref = name === '$ref' ? scalar(draft.block, value) : undefined;
  if (ref !== undefined) draft.references.push({ ref, node: value });
}

function isSample(key: string, named: boolean): boolean {
  if (named) return false;
  return (
    key === 'example' ||
    key === 'examples' ||
    key === 'default' ||
    key === 'enum' ||
    key === 'const' ||
    key.startsWith('x-')
  );
}

function namesIts(key: string, named: boolean): boolean {
  return !named && (key === 'properties' || key === 'patternProperties' || key === 'schemas' || key === 'definitions');
}
