import type { SourceDocument } from './document';
import { toBlocks } from './reuse';
import { sameList } from './same-list';
import { isKeyAt, limitOf, type ScanState, splitPart } from './split';
import type { Block } from './types';

/** Blocks `from` to `to` of a document, and what takes their place. */
export interface Recut {
  readonly from: number;
  readonly to: number;
  readonly blocks: readonly Block[];
}

/**
 * Cuts the neighbourhood of an edit anew, where that proves that the rest is cut as before: from the block in front of the edit, to
 * the block behind it, which must come out as it was. Null where only a scan of the whole text can tell.
 */
export function recut(document: SourceDocument, first: number, last: number, middle: string): Recut | null {
  const { blocks } = document;
  const before = blocks[first - 1];
  if (!before || !isEntry(before) || !isKeyAt(before.text, before.keyStart)) return null;
  const next = blocks[last + 1];
  const text = before.text + middle + (next?.text ?? '');
  const part = splitPart(text, limitOf(document.kind), stateAt(blocks, first - 1), before.keyStart);
  if (part === null) return null;
  const stretches = part.stretches.slice();
  const end = stretches.at(-1);
  if (!end) return null;
  if (next) {
    const sameState = isSame(part.state, stateAt(blocks, last + 1));
    if (!sameState || end.start !== text.length - next.text.length || end.depth !== next.depth) return null;
    // What makes it a head stands in the line behind it, which is not part of the text.
    if (next.kind === 'head') stretches[stretches.length - 1] = { ...end, kind: 'head' };
  }
  const to = next ? last + 1 : last;
  return {
    from: first - 1,
    to,
    blocks: toBlocks(text, stretches, blocks.slice(first - 1, to + 1), document.syntax, true),
  };
}

const isEntry = (block: Block) => block.kind === 'leaf' || block.kind === 'head';

/** The keys and columns from the root down to a block. */
export function stateAt(blocks: readonly Block[], index: number): ScanState {
  const path: string[] = [];
  const columns: number[] = [];
  let depth = Number.POSITIVE_INFINITY;
  for (let at = index; at >= 0 && depth > 0; at--) {
    const block = blocks[at];
    if (!block || !isEntry(block) || block.depth >= depth) continue;
    depth = block.depth;
    path[depth] = block.key;
    columns[depth] = block.column;
  }
  return { path, columns };
}

function isSame(a: ScanState, b: ScanState): boolean {
  return sameList(a.path, b.path) && sameList(a.columns, b.columns);
}
