import { type Block, kindOf, scalar } from '../../text';

/** Styles and kinds of nodes; how far a text stands in is no part of what it says. */
const SHAPE = 0xff;

/** Whether two readings have the same nodes, with the same quotes, brackets, texts and anchors, in the same order. */
export function sameMeaning(first: Block, second: Block): boolean {
  if (first.tree === null || second.tree === null || first.tree.length !== second.tree.length) return false;
  for (let node = 0; node * 3 < first.tree.length; node++) {
    if (((first.tree[node * 3] ?? 0) & SHAPE) !== ((second.tree[node * 3] ?? 0) & SHAPE)) return false;
    if (contentOf(first, node) !== contentOf(second, node)) return false;
  }
  return sameAnchors(first, second);
}

/** The text of a scalar, the name of an alias; of a collection where it ends. */
function contentOf(block: Block, node: number): string | number | undefined {
  const kind = kindOf(block, node);
  if (kind === 'map' || kind === 'sequence') return block.tree?.[node * 3 + 2];
  if (kind !== 'alias') return scalar(block, node);
  return block.text.slice(block.tree?.[node * 3 + 1], block.tree?.[node * 3 + 2]);
}

function sameAnchors({ anchors: first }: Block, { anchors: second }: Block): boolean {
  if (first === null || second === null) return first === second;
  return first.size === second.size && [...first].every(([node, name]) => second.get(node) === name);
}
