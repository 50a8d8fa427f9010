import { detach } from './detach';
import { isFlowYaml } from './detect-root';
import { isJson } from './json-comments';
import { keepLastGood } from './last-good';
import { lastLineStart, lineEnd, lineStarts } from './lines';
import { makeBlock } from './make-block';
import { memo } from './memo';
import { readMember } from './read-json';
import { recoverJson } from './recover-json';
import { recoverMinified } from './recover-minified';
import { recut, stateAt } from './recut';
import { toBlocks } from './reuse';
import { type DepthLimit, limitOf, type Stretch, splitYaml } from './split';
import { splitDocuments } from './split-documents';
import { splitJson } from './split-json';
import type { Block, Place, Position, Range, TextChange } from './types';

/** An immutable text as a list of blocks. */
export interface SourceDocument {
  readonly uri: string;
  readonly kind: 'spec' | 'model';
  readonly syntax: 'yaml' | 'json';
  readonly blocks: readonly Block[];
  /** Line, and character in it, at which each block starts: several share a line in minified JSON. */
  readonly lines: Int32Array;
  readonly characters: Int32Array;
}

/**
 * Reads a text; never throws: what cannot be read is the error of its block. A text that will be edited is taken apart, so
 * that each block that an edit replaces is let go of; else the blocks share it.
 */
export function openDocument(
  uri: string,
  text: string,
  kind: 'spec' | 'model' = 'spec',
  edited = false,
): SourceDocument {
  return build(uri, text, kind, [], edited);
}

/** Applies changes in order. A block whose text stays the same stays the same object. */
export function changeDocument(document: SourceDocument, changes: readonly TextChange[]): SourceDocument {
  let now = document;
  for (const change of changes) {
    const after = applyChange(now, change);
    // A description's path items are many and read when asked for; a model's entries are read at once anyway.
    if (document.kind === 'model') keepLastGood(now.blocks, after.blocks);
    now = after;
  }
  return now;
}

function applyChange(document: SourceDocument, change: TextChange): SourceDocument {
  if (!change.range) return build(document.uri, change.text, document.kind, document.blocks, true);
  const from = blockAt(document, change.range.start);
  const to = blockAt(document, change.range.end);
  // Which of several documents counts depends on all of them.
  const isLocal = !isOneOfSeveral(document);
  if (isLocal && from.index === to.index) {
    const text = from.block.text.slice(0, from.offset) + change.text + from.block.text.slice(to.offset);
    const block =
      document.syntax === 'json'
        ? sameMember(document, from.index, from.block, text)
        : sameShape(document, from.index, from.block, text);
    if (block) return withBlocks(document, from.index, from.index, [block]);
  }
  const middle = from.block.text.slice(0, from.offset) + change.text + to.block.text.slice(to.offset);
  const region = isLocal && document.syntax === 'yaml' ? recut(document, from.index, to.index, middle) : null;
  if (region) return withBlocks(document, region.from, region.to, region.blocks);
  const before = document.blocks.slice(0, from.index).map((block) => block.text);
  const after = document.blocks.slice(to.index + 1).map((block) => block.text);
  return build(document.uri, [...before, middle, ...after].join(''), document.kind, document.blocks, true);
}

function isOneOfSeveral({ blocks }: SourceDocument): boolean {
  return (blocks[0]?.told ?? blocks.at(-1)?.told) !== undefined;
}

function sameShape(document: SourceDocument, index: number, block: Block, text: string): Block | null {
  if (block.kind !== 'leaf' || block.text.endsWith('\n') !== text.endsWith('\n')) return null;
  if (block.depth < limitOf(document.kind)(stateAt(document.blocks, index).path)) return null;
  const stretches = splitYaml(text, () => -1);
  const only = stretches?.[0];
  if (stretches?.length !== 1 || !only || only.keyStart !== block.keyStart) return null;
  return makeBlock(detach(text), { ...only, depth: block.depth }, 'yaml');
}

/**
 * A JSON member's block after an edit inside it. While the text is broken its neighbours keep their blocks, so that the error stays
 * where it is typed; a member that reads again must end in front of the same tail.
 */
function sameMember(document: SourceDocument, index: number, block: Block, text: string): Block | null {
  if (block.depth < limitOf(document.kind)(stateAt(document.blocks, index).path)) return null;
  if (block.kind !== 'leaf' || block.text.slice(0, block.keyStart) !== text.slice(0, block.keyStart)) return null;
  const reading = readMember(text, block.keyStart, false);
  const tail = block.tree ? block.text.slice(readMember(block.text, block.keyStart, false).end) : null;
  const settled = reading.error === null && (tail === null || text.slice(reading.end) === tail);
  if (!settled && (reading.error === null || splitJson(`{${text}`, () => -1) !== null)) return null;
  const stretch: Stretch = { start: 0, end: text.length, keyStart: block.keyStart, kind: 'leaf', depth: block.depth };
  return makeBlock(detach(text), stretch, 'json');
}

/** Blocks `from` to `to` replaced. */
function withBlocks(document: SourceDocument, from: number, to: number, added: readonly Block[]): SourceDocument {
  const blocks = document.blocks.toSpliced(from, to - from + 1, ...added);
  return { ...document, blocks, ...startsOf(blocks) };
}

function build(
  uri: string,
  text: string,
  kind: 'spec' | 'model',
  old: readonly Block[],
  detached: boolean,
): SourceDocument {
  const syntax = isJson(text) ? 'json' : 'yaml';
  const whole: Stretch = { start: 0, end: text.length, keyStart: 0, kind: 'whole', depth: 0 };
  const limit = limitOf(kind);
  const stretches = (syntax === 'json' ? splitBraces(text, limit) : splitBlocks(text, limit)) ?? [whole];
  const blocks = toBlocks(text, stretches, old, syntax, detached);
  return { uri, kind, syntax, blocks, ...startsOf(blocks) };
}

/** Block-style YAML, of which one document counts. */
function splitBlocks(text: string, limit: DepthLimit): readonly Stretch[] | null {
  return splitYaml(text, limit) ?? splitDocuments(text, limit);
}

/** Braces of YAML are read whole: what mends JSON would take its plain keys for slips. */
function splitBraces(text: string, limit: DepthLimit): readonly Stretch[] | null {
  const stretches = splitJson(text, limit);
  if (stretches !== null || isFlowYaml(text)) return stretches;
  return recoverJson(text, limit) ?? recoverMinified(text, limit);
}

function startsOf(blocks: readonly Block[]): { readonly lines: Int32Array; readonly characters: Int32Array } {
  const lines = new Int32Array(blocks.length);
  const characters = new Int32Array(blocks.length);
  let line = 0;
  let character = 0;
  blocks.forEach((block, index) => {
    lines[index] = line;
    characters[index] = character;
    line += block.newlines;
    character = block.newlines > 0 ? block.text.length - lastLineStart(block.text) : character + block.text.length;
  });
  return { lines, characters };
}

/** The whole text: a copy, so not for hot paths. */
export function textOf(document: SourceDocument): string {
  return document.blocks.map((block) => block.text).join('');
}

/** The block and the offset in it at a position; positions past a line's or the text's end are clamped. */
export function blockAt(
  document: SourceDocument,
  position: Position,
): { readonly block: Block; readonly offset: number; readonly index: number } {
  const index = indexAt(document, position);
  const block = document.blocks[index] as Block;
  const firstLine = document.lines[index] ?? 0;
  let offset = 0;
  let line = firstLine;
  if (line < position.line) {
    for (const start of lineStarts(block.text)) {
      offset = start;
      if (++line === position.line) break;
    }
  }
  if (line < position.line) return { block, offset: block.text.length, index };
  const before = line === firstLine ? (document.characters[index] ?? 0) : 0;
  const end = lineEnd(block.text, offset);
  return { block, offset: Math.min(offset + Math.max(0, position.character - before), end), index };
}

/** The last block that starts at or before a position. */
function indexAt(document: SourceDocument, position: Position): number {
  let low = 0;
  let high = document.blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const line = document.lines[middle] ?? 0;
    const starts =
      line < position.line || (line === position.line && (document.characters[middle] ?? 0) <= position.character);
    if (starts) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where a block stood when it was last looked for. Most edits move none. */
const lastIndexes = new WeakMap<Block, number>();

function indexOf({ blocks }: SourceDocument, block: Block): number {
  const last = lastIndexes.get(block);
  if (last !== undefined && blocks[last] === block) return last;
  const index = blocks.indexOf(block);
  if (index >= 0) lastIndexes.set(block, index);
  return index;
}

/** The position of an offset of a block; counted from the text's start where the block is no longer in the document. */
export function positionOf(document: SourceDocument, block: Block, offset: number): Position {
  return positionIn(document, Math.max(0, indexOf(document, block)), block, offset);
}

function positionIn(document: SourceDocument, index: number, block: Block, offset: number): Position {
  const first = document.lines[index] ?? 0;
  const before = document.characters[index] ?? 0;
  if (offset === 0) return { line: first, character: before };
  if (block.newlines > MANY) return positionAmong(startsIn(block), first, before, offset);
  let line = first;
  let start = -before;
  for (const next of lineStarts(block.text)) {
    if (next > offset) break;
    line++;
    start = next;
  }
  return { line, character: offset - start };
}

/** Of more lines than these somebody may ask for very many places. */
const MANY = 500;
const startsIn = memo((block: Block) => Int32Array.from(lineStarts(block.text)));

/** `first`, `before`: the line and the character at which the block starts. */
function positionAmong(starts: Int32Array, first: number, before: number, offset: number): Position {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return { line: first + low, character: offset - (low > 0 ? (starts[low - 1] ?? 0) : -before) };
}

/** The range of a place, or null when its block is no longer in the document. */
export function rangeOf(document: SourceDocument, place: Place): Range | null {
  const index = indexOf(document, place.block);
  if (index < 0) return null;
  return {
    start: positionIn(document, index, place.block, place.start),
    end: positionIn(document, index, place.block, place.end),
  };
}
