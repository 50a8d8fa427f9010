import { readBlock, readEntry } from './read-block';
import { readJson, readMember } from './read-json';
import { keyAt, modelDepth, type Stretch, specDepth, splitYaml } from './split';
import { readMemberBlock, splitJson } from './split-json';
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

/** Reads a text; never throws: what cannot be read is the error of its block. */
export function openDocument(uri: string, text: string, kind: 'spec' | 'model' = 'spec'): SourceDocument {
  return build(uri, text, kind, new Map());
}

/** Applies changes in order. A block whose text stays the same stays the same object. */
export function changeDocument(document: SourceDocument, changes: readonly TextChange[]): SourceDocument {
  let now = document;
  for (const change of changes) now = applyChange(now, change);
  return now;
}

function applyChange(document: SourceDocument, change: TextChange): SourceDocument {
  if (!change.range) return build(document.uri, change.text, document.kind, known(document));
  const from = blockAt(document, change.range.start);
  const to = blockAt(document, change.range.end);
  if (from.index === to.index) {
    const text = from.block.text.slice(0, from.offset) + change.text + from.block.text.slice(to.offset);
    const block =
      document.syntax === 'json' ? sameMember(from.block, text) : sameShape(from.block, text, document.kind);
    if (block) return withBlock(document, from.index, block);
  }
  const before = document.blocks.slice(0, from.index).map((block) => block.text);
  const after = document.blocks.slice(to.index + 1).map((block) => block.text);
  const middle = from.block.text.slice(0, from.offset) + change.text + to.block.text.slice(to.offset);
  return build(document.uri, [...before, middle, ...after].join(''), document.kind, known(document));
}

function sameShape(block: Block, text: string, kind: 'spec' | 'model'): Block | null {
  if (block.kind !== 'leaf' || block.text.endsWith('\n') !== text.endsWith('\n')) return null;
  const limit = kind === 'spec' ? specDepth : modelDepth;
  if (block.depth < limit([block.key])) return null;
  const stretches = splitYaml(text, () => -1);
  const only = stretches?.[0];
  if (stretches?.length !== 1 || !only || only.keyStart !== block.keyStart) return null;
  return makeBlock(text, { ...only, depth: block.depth }, 'yaml');
}

/**
 * A JSON member's block after an edit inside it. While the text is broken its neighbours keep their blocks, so that the error stays
 * where it is typed; a member that reads again must end in front of the same tail.
 */
function sameMember(block: Block, text: string): Block | null {
  if (block.kind !== 'leaf' || block.text.slice(0, block.keyStart) !== text.slice(0, block.keyStart)) return null;
  const reading = readMember(text, block.keyStart, false);
  const tail = block.tree ? block.text.slice(readMember(block.text, block.keyStart, false).end) : null;
  const settled = reading.error === null && (tail === null || text.slice(reading.end) === tail);
  if (!settled && (reading.error === null || splitJson(`{${text}`, () => -1) !== null)) return null;
  const stretch: Stretch = { start: 0, end: text.length, keyStart: block.keyStart, kind: 'leaf', depth: block.depth };
  return makeBlock(text, stretch, 'json');
}

function withBlock(document: SourceDocument, index: number, block: Block): SourceDocument {
  const blocks = document.blocks.slice();
  blocks[index] = block;
  return { ...document, blocks, ...startsOf(blocks) };
}

function known(document: SourceDocument): Map<string, Block> {
  const byText = new Map<string, Block>();
  for (const block of document.blocks) byText.set(block.text, block);
  return byText;
}

function build(uri: string, text: string, kind: 'spec' | 'model', old: Map<string, Block>): SourceDocument {
  const syntax = /^\s*[{[]/.test(text.slice(0, 1000)) ? 'json' : 'yaml';
  const whole: Stretch = { start: 0, end: text.length, keyStart: 0, kind: 'whole', depth: 0 };
  const limit = kind === 'spec' ? specDepth : modelDepth;
  const stretches = (syntax === 'json' ? splitJson(text, limit) : splitYaml(text, limit)) ?? [whole];
  const blocks = stretches.map((stretch) => {
    const part = ` ${text.slice(stretch.start, stretch.end)}`.slice(1);
    const same = old.get(part);
    old.delete(part);
    const alike = same && same.kind === stretch.kind && same.depth === stretch.depth;
    return alike ? same : makeBlock(part, stretch, syntax);
  });
  return { uri, kind, syntax, blocks, ...startsOf(blocks) };
}

function makeBlock(text: string, stretch: Stretch, syntax: 'yaml' | 'json'): Block {
  const keyStart = stretch.keyStart - stretch.start;
  const keyed = stretch.kind === 'leaf' || stretch.kind === 'head';
  const lineStart = text.lastIndexOf('\n', keyStart - 1) + 1;
  const reading = readStretch(text, stretch.kind, keyStart, syntax);
  return {
    text,
    kind: stretch.kind,
    depth: stretch.depth,
    keyStart,
    key: keyed ? keyAt(text, keyStart) : '',
    column: keyed ? keyStart - lineStart : 0,
    newlines: countNewlines(text),
    ...reading,
  };
}

function readStretch(text: string, kind: Block['kind'], keyStart: number, syntax: 'yaml' | 'json') {
  if (kind === 'prologue') return { tree: null, anchors: null, error: null };
  if (syntax === 'yaml') return kind === 'whole' ? readBlock(text) : readEntry(text);
  if (kind !== 'whole') return readMemberBlock(text, keyStart, kind === 'head');
  const json = readJson(text);
  if (!json.error) return { tree: json.tree, anchors: null, error: null };
  const yaml = readBlock(text);
  return yaml.error ? { tree: null, anchors: null, error: json.error } : yaml;
}

function countNewlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
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
    character =
      block.newlines > 0 ? block.text.length - block.text.lastIndexOf('\n') - 1 : character + block.text.length;
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
  for (let line = firstLine; line < position.line; line++) {
    const newline = block.text.indexOf('\n', offset);
    if (newline < 0) return { block, offset: block.text.length, index };
    offset = newline + 1;
  }
  const before = position.line === firstLine ? (document.characters[index] ?? 0) : 0;
  let end = block.text.indexOf('\n', offset);
  if (end < 0) end = block.text.length;
  else if (end > offset && block.text.charCodeAt(end - 1) === 13) end--;
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

const indexes = new WeakMap<readonly Block[], Map<Block, number>>();

function indexOf(document: SourceDocument, block: Block): number {
  let index = indexes.get(document.blocks);
  if (!index) {
    index = new Map(document.blocks.map((each, at) => [each, at]));
    indexes.set(document.blocks, index);
  }
  return index.get(block) ?? -1;
}

/** The position of an offset of a block; counted from the text's start where the block is no longer in the document. */
export function positionOf(document: SourceDocument, block: Block, offset: number): Position {
  return positionIn(document, Math.max(0, indexOf(document, block)), block, offset);
}

function positionIn(document: SourceDocument, index: number, block: Block, offset: number): Position {
  let line = document.lines[index] ?? 0;
  let start = -(document.characters[index] ?? 0);
  for (let at = block.text.indexOf('\n'); at >= 0 && at < offset; at = block.text.indexOf('\n', at + 1)) {
    line++;
    start = at + 1;
  }
  return { line, character: offset - start };
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
