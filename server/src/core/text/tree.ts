import { getScalarValue } from 'js-yaml';
import { chompingIn, FAST, FLOW, indentIn, kindIn, LITERAL, MAP, SCALAR, SEQUENCE, SINGLE, styleIn } from './node-head';
import type { Block, Place } from './types';

// Three integers a node, in pre-order: head, a, b. Scalars: value start and end; collections: start and the index after the subtree.

export type NodeKind = 'map' | 'sequence' | 'scalar' | 'alias' | 'none';
const KINDS: readonly NodeKind[] = ['none', 'none', 'sequence', 'map', 'scalar', 'alias'];

/** What a node is; `none` for -1 and unread blocks. */
export function kindOf(block: Block, node: number): NodeKind {
  const head = block.tree?.[node * 3];
  return node < 0 || head === undefined ? 'none' : (KINDS[kindIn(head)] ?? 'none');
}

/** The index after a node's subtree. */
export function after(block: Block, node: number): number {
  const tree = block.tree;
  if (!tree) return node + 1;
  const kind = kindIn(tree[node * 3] ?? 0);
  return kind === MAP || kind === SEQUENCE ? (tree[node * 3 + 2] ?? node + 1) : node + 1;
}

/** The value of a block's own key; in a whole file its root. -1 where the block does not read. */
// biome-ignore lint/suspicious/noShadowRestrictedNames: the word says what it gives, and nothing here uses the global.
export function valueOf(block: Block): number {
  if (!block.tree || block.tree.length === 0) return -1;
  if (block.kind === 'whole') return 0;
  return block.tree.length > 6 ? 2 : -1;
}

/** Key and value nodes of a mapping, in the order of the text. */
export function* entries(block: Block, node: number): Iterable<readonly [number, number]> {
  if (kindOf(block, node) !== 'map') return;
  const end = after(block, node);
  for (let key = node + 1; key < end; ) {
    const value = after(block, key);
    yield [key, value];
    key = after(block, value);
  }
}

/** The items of a sequence. */
export function* items(block: Block, node: number): Iterable<number> {
  if (kindOf(block, node) !== 'sequence') return;
  const end = after(block, node);
  for (let item = node + 1; item < end; item = after(block, item)) yield item;
}

/** The value at a key of a mapping, or -1. */
export function get(block: Block, node: number, key: string): number {
  const tree = block.tree;
  if (!tree || node < 0 || kindIn(tree[node * 3] ?? 0) !== MAP) return -1;
  const end = tree[node * 3 + 2] ?? 0;
  for (let at = node + 1; at < end; ) {
    const value = after(block, at);
    if (keyIs(block, at, key)) return value;
    at = after(block, value);
  }
  return -1;
}

function keyIs(block: Block, node: number, key: string): boolean {
  const tree = block.tree;
  if (!tree) return false;
  const head = tree[node * 3] ?? 0;
  if (kindIn(head) !== SCALAR) return false;
  if (!(head & FAST)) return scalar(block, node) === key;
  const start = tree[node * 3 + 1] ?? 0;
  if ((tree[node * 3 + 2] ?? 0) - start !== key.length) return false;
  return block.text.charCodeAt(start) === key.charCodeAt(0) && block.text.startsWith(key, start);
}

/** A scalar's decoded text, or undefined for anything else. An empty value is an empty text. */
export function scalar(block: Block, node: number): string | undefined {
  const tree = block.tree;
  const head = tree?.[node * 3];
  if (!tree || node < 0 || head === undefined || kindIn(head) !== SCALAR) return undefined;
  const valueStart = tree[node * 3 + 1] ?? -1;
  const valueEnd = tree[node * 3 + 2] ?? -1;
  if (valueStart < 0) return '';
  if (head & FAST) return block.text.slice(valueStart, valueEnd);
  return getScalarValue(block.text, {
    type: 4,
    valueStart,
    valueEnd,
    style: styleIn(head),
    chomping: chompingIn(head),
    indent: indentIn(head),
    fast: false,
  } as never);
}

/** True for the plain scalar `true`, in any of YAML 1.2's spellings. */
export function isTrue(block: Block, node: number): boolean {
  if (isQuoted(block, node)) return false;
  const text = scalar(block, node);
  return text === 'true' || text === 'True' || text === 'TRUE';
}

/** How a node is written, by the words of its head. */
function styleOf(block: Block, node: number): number {
  return styleIn(block.tree?.[node * 3] ?? 0);
}

/** Whether a collection stands in brackets. */
export function isFlow(block: Block, node: number): boolean {
  const kind = kindOf(block, node);
  return (kind === 'map' || kind === 'sequence') && styleOf(block, node) === FLOW;
}

/** Whether a text stands below a `|` or `>`. */
export function isBlockScalar(block: Block, node: number): boolean {
  return kindOf(block, node) === 'scalar' && styleOf(block, node) >= LITERAL;
}

/** True for a quoted or block scalar: text, whatever it looks like. */
export function isQuoted(block: Block, node: number): boolean {
  return kindOf(block, node) === 'scalar' && styleOf(block, node) >= SINGLE;
}

/**
 * Offsets of a node in its block's text, without quotes. A collection ends where its last scalar does, an empty one with its
 * bracket; an absent value stands behind what is written before it.
 */
export function spanOf(block: Block, node: number): { readonly start: number; readonly end: number } {
  const tree = block.tree;
  if (!tree || node < 0 || node * 3 >= tree.length) return { start: block.keyStart, end: block.keyStart };
  const start = tree[node * 3 + 1] ?? 0;
  const kind = kindOf(block, node);
  if (start < 0) return absent(block, node);
  if (kind === 'scalar' || kind === 'alias') return { start, end: Math.max(start, tree[node * 3 + 2] ?? start) };
  if (after(block, node) === node + 1) return { start, end: endOfEmpty(block.text, start) };
  return { start, end: Math.max(start, lastEnd(block, node)) };
}

function lastEnd(block: Block, node: number): number {
  for (let at = after(block, node) - 1; at > node; at--) {
    const kind = kindOf(block, at);
    const end = block.tree?.[at * 3 + 2] ?? -1;
    if ((kind === 'scalar' || kind === 'alias') && end >= 0) return end;
  }
  return block.tree?.[node * 3 + 1] ?? 0;
}

function absent(block: Block, node: number): { readonly start: number; readonly end: number } {
  const tree = block.tree ?? new Int32Array();
  for (let at = node - 1; at >= 0; at--) {
    const kind = kindOf(block, at);
    const end = tree[at * 3 + (kind === 'scalar' || kind === 'alias' ? 2 : 1)] ?? -1;
    if (end >= 0) return { start: end, end };
  }
  return { start: block.keyStart, end: block.keyStart };
}

function endOfEmpty(text: string, start: number): number {
  const match = /[\]}]/g;
  match.lastIndex = start;
  return match.test(text) ? match.lastIndex : start;
}

/** The place of a node. */
export function place(uri: string, block: Block, node: number): Place {
  const { start, end } = spanOf(block, node);
  return { uri, block, start, end };
}

/** The place of a block's key, without its quotes; at its start where it has none. */
export function keyPlace(uri: string, block: Block): Place {
  const { text, key, keyStart } = block;
  const line = text.indexOf('\n', keyStart);
  const limit = line < 0 ? text.length : line;
  const isQuoted = /^["']$/.test(text[keyStart] ?? '') && text.startsWith(key, keyStart + 1);
  const start = Math.min(keyStart + (isQuoted ? 1 : 0), limit);
  return { uri, block, start, end: Math.min(limit, start + Math.max(1, key.length)) };
}
