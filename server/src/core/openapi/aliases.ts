import { type Block, kindOf, memo, place, spanOf } from '../text';
import type { SpecProblem } from './types';
import type { View } from './view';

/** The node that an alias means: the last one with that anchor before it; null where there is none, or in a loop. */
export function aliasTarget(view: View, block: Block, index: number): { block: Block; index: number } | null {
  let at = { block, index };
  for (let hops = 0; hops < 20; hops++) {
    const next = anchorBefore(view, at.block, at.index);
    if (next === null || kindOf(next.block, next.index) !== 'alias') return next;
    at = next;
  }
  return null;
}

function anchorBefore(view: View, block: Block, index: number): { block: Block; index: number } | null {
  const name = nameOf(block, index);
  const here = lastAnchor(block, name, index);
  if (here >= 0) return { block, index: here };
  const blocks = view.document?.blocks ?? [];
  for (let at = blocks.indexOf(block) - 1; at >= 0; at--) {
    const earlier = blocks[at] as Block;
    const found = lastAnchor(earlier, name, Number.POSITIVE_INFINITY);
    if (found >= 0) return { block: earlier, index: found };
  }
  return null;
}

function lastAnchor(block: Block, name: string, before: number): number {
  let last = -1;
  for (const [index, anchor] of block.anchors ?? [])
    if (anchor === name && index < before && index > last) last = index;
  return last;
}

function nameOf(block: Block, alias: number): string {
  const { start, end } = spanOf(block, alias);
  return block.text.slice(start, end).replace(/^\*/, '');
}

/** Whether some alias in the block means an anchor that stands in another. */
export const leavesItsBlock = memo((block: Block): boolean => {
  const nodes = (block.tree?.length ?? 0) / 3;
  for (let node = 0; node < nodes; node++) {
    if (kindOf(block, node) === 'alias' && lastAnchor(block, nameOf(block, node), node) < 0) return true;
  }
  return false;
});

/** Aliases of a block that mean nothing: no anchor of their name stands before them. */
export function looseAliases(view: View, block: Block): readonly SpecProblem[] {
  const problems: SpecProblem[] = [];
  const nodes = (block.tree?.length ?? 0) / 3;
  for (let node = 0; node < nodes; node++) {
    if (kindOf(block, node) !== 'alias' || aliasTarget(view, block, node) !== null) continue;
    const message = `No anchor &${nameOf(block, node)} stands before this, so it means nothing`;
    problems.push({ code: 'syntax', message, at: place(view.uri, block, node) });
  }
  return problems;
}
