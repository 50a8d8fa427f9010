import { detach } from './detach';
import { makeBlock } from './make-block';
import type { Stretch } from './split';
import type { Block } from './types';

/**
 * The blocks of a text's stretches. Former blocks that still say the same are taken over, each once: from both ends in order, the
 * rest by their text. `detached`: those that are new get copies of their parts of the text.
 */
export function toBlocks(
  text: string,
  stretches: readonly Stretch[],
  old: readonly Block[],
  syntax: 'yaml' | 'json',
  detached: boolean,
): readonly Block[] {
  const head = countAlike(text, stretches, old);
  const tail = countAlikeFromEnd(text, stretches, old, Math.min(stretches.length, old.length) - head);
  const rest = byText(old.slice(head, old.length - tail));
  const middle = stretches.slice(head, stretches.length - tail).map((stretch) => {
    const part = text.slice(stretch.start, stretch.end);
    const same = rest.get(part);
    if (!same || !isAlike(text, stretch, same)) return makeBlock(detached ? detach(part) : part, stretch, syntax);
    rest.delete(part);
    return same;
  });
  return [...old.slice(0, head), ...middle, ...old.slice(old.length - tail)];
}

function countAlike(text: string, stretches: readonly Stretch[], old: readonly Block[]): number {
  let count = 0;
  while (isAlike(text, stretches[count], old[count])) count++;
  return count;
}

function countAlikeFromEnd(text: string, stretches: readonly Stretch[], old: readonly Block[], most: number): number {
  let count = 0;
  while (count < most && isAlike(text, stretches.at(-1 - count), old.at(-1 - count))) count++;
  return count;
}

function byText(blocks: readonly Block[]): Map<string, Block> {
  return new Map(blocks.map((block) => [block.text, block]));
}

function isAlike(text: string, stretch: Stretch | undefined, block: Block | undefined): boolean {
  if (stretch === undefined || block === undefined) return false;
  return (
    stretch.kind === block.kind &&
    stretch.depth === block.depth &&
    stretch.keyStart - stretch.start === block.keyStart &&
    stretch.end - stretch.start === block.text.length &&
    stretch.told?.message === block.told?.message &&
    text.slice(stretch.start, stretch.end) === block.text
  );
}
