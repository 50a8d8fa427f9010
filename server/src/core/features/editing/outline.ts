import { type Cell, type Pair, pairsOf, type RootPair, rootPairs } from '../../model/read/cells';
import { sectionNamed } from '../../model/schema/sections';
import { type Block, memo, positionOf, type Range, type SourceDocument } from '../../text';
import { contentEnd, isWritten, outerSpan, rangeIn } from './extents';

/** A key of a model and all that belongs to it, where it stands. */
export interface OutlineNode {
  /** As it reads; of a key that is still being typed what there is of it. */
  readonly key: string;
  readonly keyRange: Range;
  /** From the key to the end of its value. */
  readonly range: Range;
  readonly value: Cell;
}

/** A root key with its entries; none where it holds one value. */
export interface OutlineSection extends OutlineNode {
  readonly entries: readonly OutlineNode[];
}

/** The sections and entries of a model in the order of the text, those that do not read as well. */
export const outlineOf: (document: SourceDocument) => readonly OutlineSection[] = memo((document) =>
  rootPairs(document).map((root) => sectionOf(document, root)),
);

function sectionOf(document: SourceDocument, root: RootPair): OutlineSection {
  const own = nodeOf(document, root);
  const pairs = root.children ?? (sectionNamed(root.key)?.entries === null ? [] : pairsOf(root.value));
  const entries = pairs.map((pair) => nodeOf(document, pair));
  const last = entries.at(-1);
  const range = last === undefined ? own.range : { start: own.range.start, end: last.range.end };
  return { ...own, range, entries };
}

function nodeOf(document: SourceDocument, pair: Pair): OutlineNode {
  const { block } = pair.keyAt;
  const span = { start: pair.keyAt.start, end: Math.max(pair.keyAt.start, endOf(pair)) };
  const typed = /^[^\s:]*/.exec(block.text.slice(pair.keyAt.start))?.[0] ?? '';
  const keyEnd = Math.min(span.end, Math.max(pair.keyAt.end, pair.key === '' ? pair.keyAt.start + typed.length : 0));
  return {
    key: pair.key === '' ? typed : pair.key,
    keyRange: { start: positionOf(document, block, span.start), end: positionOf(document, block, keyEnd) },
    range: rangeIn(document, block, span),
    value: pair.value,
  };
}

/** Behind the value of a pair. */
function endOf({ keyAt, value }: Pair): number {
  const { block } = keyAt;
  const { end: keyEnd } = keyAt;
  if (block.tree === null) return contentEnd(block);
  const colon = /^["']?[ \t]*:/.exec(block.text.slice(keyEnd))?.[0].length ?? 0;
  if (value.block !== block || !isWritten(block, value.node)) return keyEnd + colon;
  // An alias reads as what it stands for, which was written before.
  return Math.max(keyEnd + colon, outerSpan(block, value.node).end);
}

/** Whether the document is a model. */
export function isModel(document: SourceDocument | undefined): document is SourceDocument {
  return document?.kind === 'model';
}

/** The blocks of a document that read. */
export function readBlocks({ blocks }: SourceDocument): Block[] {
  return blocks.filter(({ kind, tree }) => kind !== 'prologue' && tree !== null);
}
