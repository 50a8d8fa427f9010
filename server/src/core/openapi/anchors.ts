import { type Block, memo, scalar } from '../text';
import { MAP } from '../text/tree';
import { Node } from './node';
import type { View } from './view';

const NAMES = ['$anchor', '$dynamicAnchor'];

/** The schema of a file that has a plain name (`$anchor` of JSON Schema), or null. */
export function anchorTarget(view: View, name: string): Node | null {
  for (const block of view.document?.blocks ?? []) {
    const index = anchorsIn(block).get(name);
    if (index !== undefined) return Node.inside(view, block, index);
  }
  return null;
}

/** The mappings of a block by the plain names that they give themselves. */
const anchorsIn: (block: Block) => ReadonlyMap<string, number> = memo((block) => {
  const found = new Map<string, number>();
  const { tree, text } = block;
  if (tree === null || !(text.includes('$anchor') || text.includes('$dynamicAnchor'))) return found;
  for (let node = 0; node * 3 < tree.length; node++) {
    if (((tree[node * 3] ?? 0) & 7) !== MAP) continue;
    const name = nameOf(block, tree, node);
    if (name !== undefined && !found.has(name)) found.set(name, node);
  }
  return found;
});

function nameOf(block: Block, tree: Int32Array, map: number): string | undefined {
  const end = tree[map * 3 + 2] ?? map;
  for (let key = map + 1; key < end; key = after(tree, after(tree, key))) {
    if (NAMES.includes(scalar(block, key) ?? '')) return scalar(block, key + 1);
  }
  return undefined;
}

function after(tree: Int32Array, node: number): number {
  const kind = (tree[node * 3] ?? 0) & 7;
  return kind === 2 || kind === MAP ? (tree[node * 3 + 2] ?? node + 1) : node + 1;
}
