import { type Block, get, kindOf, memo, scalar } from '../text';
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
  if (tree === null || !NAMES.some((name) => text.includes(name))) return found;
  for (let node = 0; node * 3 < tree.length; node++) {
    if (kindOf(block, node) !== 'map') continue;
    const name = NAMES.map((key) => scalar(block, get(block, node, key))).find((one) => one !== undefined);
    if (name !== undefined && !found.has(name)) found.set(name, node);
  }
  return found;
});
