import type { SourceDocument } from '../document';
import { memo } from '../memo';
import { entries, get, items, kindOf, type NodeKind, scalar, spanOf, valueOf as valueIn } from '../tree';
import type { Block, Place } from '../types';

/** Keys and positions in lists from a file's root; aliases and references are not followed. */
export type Path = readonly (string | number)[];

/** A value as it is written: a node of a block, or a section whose entries are blocks (`node` is `SECTION`; index -1 is the root). */
export interface Cell {
  readonly index: number;
  readonly node: number;
}

/** An entry of a mapping. Its key stands in the block `index`, between these offsets and without its quotes. */
export interface Member {
  readonly key: string;
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly value: Cell;
}

const SECTION = -2;

export function blockOf({ blocks }: SourceDocument, index: number): Block {
  return blocks[index] as Block;
}

/** The root value; null where the file is empty. */
export function rootCell({ blocks }: SourceDocument): Cell | null {
  const [first] = blocks;
  if (first === undefined) return null;
  return first.kind === 'whole' ? { index: 0, node: valueIn(first) } : { index: -1, node: SECTION };
}

export function isSection({ node }: Cell): boolean {
  return node === SECTION;
}

export function kindAt(document: SourceDocument, cell: Cell): NodeKind {
  return isSection(cell) ? 'map' : kindOf(blockOf(document, cell.index), cell.node);
}

/** The entries of a mapping, in order; of two with one key both. */
export function membersOf(document: SourceDocument, cell: Cell): Member[] {
  if (isSection(cell)) return sectionMembers(document, cell.index);
  const block = blockOf(document, cell.index);
  const found: Member[] = [];
  for (const [key, value] of entries(block, cell.node)) {
    const span = spanOf(block, key);
    found.push({
      key: scalar(block, key) ?? '',
      index: cell.index,
      ...span,
      value: { index: cell.index, node: value },
    });
  }
  return found;
}

function sectionMembers(document: SourceDocument, section: number): Member[] {
  const { blocks } = document;
  const depth = section < 0 ? 0 : blockOf(document, section).depth + 1;
  const found: Member[] = [];
  for (let index = section + 1; index < blocks.length; index++) {
    const block = blockOf(document, index);
    if (block.kind !== 'prologue' && block.depth < depth) break;
    if (block.kind !== 'prologue' && block.depth === depth) found.push(memberOf(block, index));
  }
  return found;
}

function memberOf(block: Block, index: number): Member {
  const isQuoted = /["']/.test(block.text[block.keyStart] ?? '');
  const start = block.keyStart + (isQuoted ? 1 : 0);
  const node = block.kind === 'head' ? SECTION : valueIn(block);
  const span = block.tree === null ? { start, end: start + block.key.length } : spanOf(block, 1);
  return { key: block.key, index, ...span, value: { index, node } };
}

export function itemsOf(document: SourceDocument, { index, node }: Cell): Cell[] {
  if (node < 0) return [];
  return [...items(blockOf(document, index), node)].map((item) => ({ index, node: item }));
}

/** The decoded text of a scalar. */
export function textOfCell(document: SourceDocument, { index, node }: Cell): string | undefined {
  return node < 0 ? undefined : scalar(blockOf(document, index), node);
}

/** One step down; null where nothing is there. */
export function childAt(document: SourceDocument, cell: Cell, step: string | number): Cell | null {
  if (typeof step === 'number') return itemsOf(document, cell)[step] ?? null;
  return isSection(cell) ? sectionChild(document, cell.index, step) : memberAt(document, cell, step);
}

function memberAt({ blocks }: SourceDocument, { index, node }: Cell, key: string): Cell | null {
  const value = get(blocks[index] as Block, node, key);
  return value < 0 ? null : { index, node: value };
}

/** Where each section's children stand, by their keys; of two with one key the first counts. */
const childrenOf = memo(({ blocks }: SourceDocument) => {
  const children = new Map<number, Map<string, number>>([[-1, new Map()]]);
  const heads = [-1];
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'prologue' || block.kind === 'whole') continue;
    const siblings = children.get(heads[block.depth] ?? -1);
    if (siblings?.has(block.key) === false) siblings.set(block.key, index);
    heads.length = block.depth + 1;
    if (block.kind === 'head') heads.push(index);
    if (block.kind === 'head') children.set(index, new Map());
  }
  return children;
});

function sectionChild(document: SourceDocument, section: number, key: string): Cell | null {
  const index = childrenOf(document).get(section)?.get(key);
  return index === undefined ? null : memberOf(blockOf(document, index), index).value;
}

export function cellAt(document: SourceDocument, path: Path): Cell | null {
  let cell = rootCell(document);
  for (const step of path) {
    if (cell === null) return null;
    cell = childAt(document, cell, step);
  }
  return cell;
}

/** The path of the innermost value that holds a place; of a key that of its value. Null where its block is gone or does not read. */
export function pathOf(document: SourceDocument, { block, start, end }: Place): Path | null {
  const index = document.blocks.indexOf(block);
  if (index < 0 || block.kind === 'prologue') return null;
  const path: (string | number)[] = block.kind === 'whole' ? [] : keysTo(document, index);
  const top = valueIn(block);
  if (block.kind === 'head' || top < 0) return path;
  if (block.kind !== 'whole' && end <= spanOf(block, 1).end) return path;
  descend(block, top, start, end, path);
  return path;
}

function keysTo(document: SourceDocument, index: number): string[] {
  const own = blockOf(document, index);
  const keys = [own.key];
  let { depth } = own;
  for (let at = index - 1; at >= 0 && depth > 0; at--) {
    const block = blockOf(document, at);
    if (block.kind !== 'head' || block.depth !== depth - 1) continue;
    keys.unshift(block.key);
    depth--;
  }
  return keys;
}

function descend(block: Block, node: number, start: number, end: number, path: (string | number)[]): void {
  const holds = (child: number): boolean => {
    const span = spanOf(block, child);
    return span.start <= start && end <= span.end;
  };
  for (const [key, value] of entries(block, node)) {
    const isKey = holds(key);
    if (!isKey && !holds(value)) continue;
    path.push(scalar(block, key) ?? '');
    if (!isKey) descend(block, value, start, end, path);
    return;
  }
  let at = 0;
  for (const item of items(block, node)) {
    if (holds(item)) {
      path.push(at);
      descend(block, item, start, end, path);
      return;
    }
    at++;
  }
}
