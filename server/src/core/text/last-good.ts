import type { Block, Place } from './types';

/** For a block that does not read: the last one in its place that did. A block that reads has none, so nothing is kept for long. */
const formers = new WeakMap<Block, Block>();

/** What stood in a block's place when it last read; the block itself while it reads, or never did. */
export function lastGood(block: Block): Block {
  return formers.get(block) ?? block;
}

/** Where a place of the last good text lies in the text that broke it; null where that text was changed, or right beside. */
export function carriedOver(place: Place, block: Block): Place | null {
  const [before, now] = [place.block.text, block.text];
  if (before.slice(0, place.end + 1) === now.slice(0, place.end + 1)) return { ...place, block };
  const shift = now.length - before.length;
  const start = place.start - 1;
  const isBehind = start >= 0 && start + shift >= 0 && before.slice(start) === now.slice(start + shift);
  return isBehind ? { ...place, block, start: place.start + shift, end: place.end + shift } : null;
}

/** Keeps what the blocks of an edited text said before, for those that an edit broke. */
export function keepLastGood(before: readonly Block[], after: readonly Block[]): void {
  const head = countSame(before, after);
  const tail = countSameFromEnd(before, after, Math.min(before.length, after.length) - head);
  const old = before.slice(head, before.length - tail);
  const now = after.slice(head, after.length - tail);
  for (const block of now) {
    const former = block.error === null ? undefined : formerOf(block, old, now);
    if (former !== undefined) formers.set(block, former);
  }
}

/** The block that an edit replaced by this one: of the same key, or the only one while its key is typed. */
function formerOf(block: Block, old: readonly Block[], now: readonly Block[]): Block | undefined {
  const isAlone = old.length === 1 && now.length === 1;
  const found = old.find(
    (one) => one.kind === block.kind && one.depth === block.depth && (isAlone || one.key === block.key),
  );
  return found === undefined || found.error === null ? found : formers.get(found);
}

function countSame(before: readonly Block[], after: readonly Block[]): number {
  const most = Math.min(before.length, after.length);
  let count = 0;
  while (count < most && before[count] === after[count]) count++;
  return count;
}

function countSameFromEnd(before: readonly Block[], after: readonly Block[], most: number): number {
  let count = 0;
  while (count < most && before.at(-1 - count) === after.at(-1 - count)) count++;
  return count;
}
