import { type Block, errorIn, kindOf, positionOf, type SourceDocument, scalar, spanOf } from '../../text';
import { carriedBy } from '../read/anchors';
import { type Cell, isEmpty, itemsOf, type Pair, pairsOf, type RootPair, rootPairs } from '../read/cells';
import type { Stub } from './stub-text';

/** Why an entry of this name cannot be added to a section as it is written; null where nothing is in the way. */
export function obstacleOf(document: SourceDocument, root: RootPair | undefined, name: string): string | null {
  const block = root?.value.block ?? document.blocks[0];
  const broken = block === undefined ? null : unread(document, block);
  if (broken !== null)
    return `Nothing can be added to ${root === undefined ? 'this file' : `\`${root.key}\``}: ${broken}`;
  if (root === undefined) return null;
  if (entriesOf(root).some(({ key }) => key === name)) return `\`${name}\` already stands under \`${root.key}\``;
  const anchor = anchorOf(document, root);
  if (anchor !== null)
    return `Nothing can be added to \`${root.key}\`, which \`*${anchor}\` repeats elsewhere: it would come there too`;
  const held = root.children === null ? heldBy(root) : null;
  return held === null
    ? null
    : `Nothing can be added to \`${root.key}\`, which holds ${held}: it takes entries by their names`;
}

/** The anchor that carries a section to other places, or null. */
function anchorOf(document: SourceDocument, { children, value: { block, node } }: RootPair): string | null {
  const first = children?.[0]?.value.block;
  return first === undefined
    ? carriedBy(document, { block, ...spanOf(block, node) })
    : carriedBy(document, { block: first, start: 0, end: 0 });
}

/** Only what the section needs to be read is in the way, not an error elsewhere. */
function unread(document: SourceDocument, block: Block): string | null {
  if (block.kind === 'head' || block.kind === 'prologue' || errorIn(document.uri, block) === null) return null;
  const { message = '', offset = 0 } = block.error ?? {};
  if (/^\s*(?:---|$)/.test(block.text.slice(offset)) && block.tree !== null) return null;
  return `it does not read (line ${positionOf(document, block, Math.min(offset, block.text.length)).line + 1}: ${message})`;
}

function heldBy(root: RootPair): string | null {
  const { value, keyAt } = root;
  if (/^["']?\s*:\s+(?:&\S+\s+)?\*/.test(value.block.text.slice(keyAt.end))) return 'an alias';
  if (/^["']?\s*:\s+(?:&\S+\s+)?!(?!!map\s)/.test(value.block.text.slice(keyAt.end))) return 'a tag';
  const kind = kindOf(value.block, value.node);
  if (kind === 'map' || isEmpty(value)) return null;
  if (kind !== 'sequence') return 'a text';
  return isEmptyList(value) ? null : 'a list';
}

/** `[]` with nothing in it, not even a comment. */
function isEmptyList({ block, node }: Cell): boolean {
  const start = block.tree?.[node * 3 + 1] ?? 0;
  return itemsOf({ uri: '', block, node }).length === 0 && /^\[\s*\]/.test(block.text.slice(start));
}

function entriesOf(root: RootPair): readonly Pair[] {
  return root.children ?? pairsOf(root.value);
}

/** Why the text with an entry in it is not what was wanted: the entry reads as it was given, and all that was read before still is. */
export function unsound(before: SourceDocument, after: SourceDocument, section: string, stub: Stub): string | null {
  const old = rootPairs(before);
  const roots = rootPairs(after);
  const root = roots.find(({ key }) => key === section);
  const entries = root === undefined ? [] : entriesOf(root);
  const entry = entries.find(({ key }) => key === stub.name);
  const had = old.find(({ key }) => key === section);
  const isKept = keeps(old, roots) && keeps(had === undefined ? [] : entriesOf(had), entries);
  if (isKept && entry !== undefined && reads(entry, stub) && errors(after) <= errors(before)) return null;
  return `The entry would not read where it belongs under \`${section}\`: write that section in lines of its own, two blanks in`;
}

function keeps(before: readonly Pair[], after: readonly Pair[]): boolean {
  const keys = new Set(after.map(({ key }) => key));
  return before.every(({ key }) => keys.has(key));
}

function reads({ value }: Pair, stub: Stub): boolean {
  if (typeof stub.value === 'string') return scalar(value.block, value.node) === stub.value;
  const fields = new Map(pairsOf(value).map((pair) => [pair.key, pair.value]));
  return stub.value.every(([key, wanted]) => {
    const cell = fields.get(key);
    const list = typeof wanted === 'string' ? [wanted] : wanted;
    if (cell === undefined) return false;
    const items = kindOf(cell.block, cell.node) === 'sequence' ? itemsOf(cell) : [cell];
    return items.map((item) => scalar(item.block, item.node)).join('\n') === list.join('\n');
  });
}

function errors(document: SourceDocument): number {
  return document.blocks.filter((block) => errorIn(document.uri, block) !== null).length;
}
