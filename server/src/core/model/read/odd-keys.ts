import { after, type Block, kindOf, memo, type Place, spanOf } from '../../text';
import type { ModelProblem } from '../types';

/** Where the keys of a block stand that are no text, and those that the block holds beside its own. */
const placesIn: (block: Block) => readonly (readonly [number, number])[] = memo((block) => {
  const places: (readonly [number, number])[] = [];
  const count = (block.tree?.length ?? 0) / 3;
  for (let node = 0; node < count; node++) {
    if (kindOf(block, node) !== 'map') continue;
    const end = after(block, node);
    for (let key = node + 1; key < end; key = after(block, after(block, key))) {
      const isBeside = node === 0 && key > 1 && block.kind === 'leaf';
      if (kindOf(block, key) !== 'scalar' || isBeside) places.push([startOf(block, key), spanOf(block, key).end]);
    }
  }
  return places;
});

/** A key with its anchor, its tag and the sign of an alias. */
function startOf(block: Block, key: number): number {
  const { start } = spanOf(block, key);
  const line = block.text.slice(block.text.lastIndexOf('\n', start - 1) + 1, start);
  return start - (/(?:[&!]\S*\s+|[*"'])*$/.exec(line)?.[0].length ?? 0);
}

/** Keys that YAML allows and a model has none of: lists, mappings, aliases, and what an anchor or a tag stands before. */
export function oddKeys(uri: string, block: Block): ModelProblem[] {
  return placesIn(block).map(([start, end]) => {
    const at: Place = { uri, block, start, end: Math.max(end, start + 1) };
    const message =
      'A key is a plain text or one in quotes: this one is not, so it is not read, nor what stands under it';
    return { code: 'odd-key', message, severity: 'error', at };
  });
}
