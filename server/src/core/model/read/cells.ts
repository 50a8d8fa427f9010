import {
  type Block,
  entries,
  items,
  keyPlace,
  kindOf,
  lastGood,
  type Place,
  place,
  type SourceDocument,
  scalar,
  // biome-ignore lint/suspicious/noShadowRestrictedNames: the text room's word for it.
  valueOf,
} from '../../text';
import { anchoredBefore } from './anchors';

/** A value of a model: a node of a block. Node -1 is an absent value. */
export interface Cell {
  readonly uri: string;
  readonly block: Block;
  readonly node: number;
}

/** A key with its value. */
export interface Pair {
  readonly key: string;
  readonly keyAt: Place;
  readonly value: Cell;
}

/** A root key: its own value, or entries that stand in blocks of their own. */
export interface RootPair extends Pair {
  readonly children: readonly Pair[] | null;
}

/** The root keys of a model, in order, whether the file was cut into blocks or not. */
export function rootPairs(document: SourceDocument): RootPair[] {
  return pairsOfBlocks(document.uri, document.blocks);
}

/** The same with what entries said before an edit broke them, until they read again: their places are gone from the text. */
export function lastingPairs(document: SourceDocument): RootPair[] {
  return pairsOfBlocks(document.uri, document.blocks.map(lastGood));
}

/** The entries of a root key, or its keys; none where it is not there. */
export function pairsUnder(document: SourceDocument, section: string): readonly Pair[] {
  const root = rootPairs(document).find(({ key }) => key === section);
  return root === undefined ? [] : (root.children ?? pairsOf(root.value));
}

function pairsOfBlocks(uri: string, blocks: readonly Block[]): RootPair[] {
  const roots: (Pair & { children: Pair[] | null })[] = [];
  for (const block of blocks) {
    if (block.kind === 'prologue') continue;
    const pair = pairOfBlock(uri, block);
    if (block.kind === 'whole') addAll(roots, pairsOf(pair.value));
    else if (block.depth === 0) roots.push({ ...pair, children: block.kind === 'head' ? [] : null });
    else roots.at(-1)?.children?.push(pair);
  }
  return roots;
}

function addAll(roots: RootPair[], pairs: readonly Pair[]): void {
  for (const pair of pairs) roots.push({ ...pair, children: null });
}

const remembered = new WeakMap<Block, Pair>();

function pairOfBlock(uri: string, block: Block): Pair {
  const known = remembered.get(block);
  if (known?.value.uri === uri) return known;
  const node = targetOf({ uri, block, node: -1 }, valueOf(block));
  const pair = { key: block.key, keyAt: keyPlace(uri, block), value: { uri, block, node } };
  remembered.set(block, pair);
  return pair;
}

/** The pairs of a mapping, without those whose key is no text. */
export function pairsOf(cell: Cell): Pair[] {
  const pairs: Pair[] = [];
  for (const [key, value] of entries(cell.block, cell.node)) {
    const text = scalar(cell.block, key);
    if (text === undefined) continue;
    const at = place(cell.uri, cell.block, key);
    // A mark that nobody sees is told where it stands, and hides no key.
    const marks = text.startsWith('\uFEFF') ? 1 : 0;
    pairs.push({
      key: text.slice(marks),
      keyAt: { ...at, start: at.start + marks },
      value: { ...cell, node: targetOf(cell, value) },
    });
  }
  return pairs;
}

/** What an alias stands for: the last anchor of its name before it in the block. Anything else, and an unknown alias, is itself. */
function targetOf({ uri, block }: Cell, node: number): number {
  if (block.anchors === null || kindOf(block, node) !== 'alias') return node;
  const { start, end } = place(uri, block, node);
  const name = block.text.slice(start, end).replace('*', '');
  const target = anchoredBefore(block, name, node);
  return target < 0 ? node : target;
}

/** Values by their keys; of two with one key the first counts. */
export function cellsByKey(pairs: readonly Pair[]): ReadonlyMap<string, Cell> {
  return new Map([...pairs].reverse().map(({ key, value }) => [key, value]));
}

/** A list's items; anything else is a list of itself, an absent value of nothing. */
export function itemsOf(cell: Cell): Cell[] {
  const kind = kindOf(cell.block, cell.node);
  if (kind === 'sequence')
    return [...items(cell.block, cell.node)].map((node) => ({ ...cell, node: targetOf(cell, node) }));
  return kind === 'none' || isEmpty(cell) ? [] : [cell];
}

/** Whether nothing is written there. */
export function isEmpty(cell: Cell): boolean {
  const text = scalar(cell.block, cell.node);
  return kindOf(cell.block, cell.node) === 'none' || text === '' || text === 'null' || text === '~';
}

/** The decoded text of a scalar; empty for anything else. */
export function textAt(cell: Cell): string {
  return isEmpty(cell) ? '' : (scalar(cell.block, cell.node) ?? '');
}

/** The place of a cell. */
export function placeOf(cell: Cell): Place {
  return place(cell.uri, cell.block, cell.node);
}

/** The same with the bracket that closes a list or mapping in brackets. */
export function wholePlaceOf(cell: Cell): Place {
  const at = placeOf(cell);
  const { text } = at.block;
  if (!/[[{]/.test(text[at.start] ?? '')) return at;
  const inside = text.slice(at.start, at.end).replace(/"[^"]*"|'[^']*'/g, '');
  const open = inside.replace(/[^[{]/g, '').length - inside.replace(/[^\]}]/g, '').length;
  let { end } = at;
  for (let count = 0; count < open; count++) end += /^[\s,]*[\]}]/.exec(text.slice(end))?.[0].length ?? 0;
  return { ...at, end };
}

/** The place of a stretch of a scalar's text; the whole scalar where its text is not written as it reads. */
export function placeWithin(cell: Cell, start: number, end: number): Place {
  const whole = placeOf(cell);
  if (cell.block.text.slice(whole.start, whole.end) !== textAt(cell)) return whole;
  return { ...whole, start: whole.start + start, end: Math.min(whole.end, whole.start + Math.max(end, start)) };
}
