import { changeDocument, positionOf, type SourceDocument } from '../document';
import { errorIn } from '../json-comments';
import type { Range, TextEdit } from '../types';
import { blockOf } from './cells';
import type { Change } from './change';
import { compile } from './compile';
import type { Side } from './insert-members';
import type { Piece } from './piece';
import { sameOtherwise } from './same-otherwise';

/** What changes come to: edits that do not overlap, in the order of the text. */
export interface Edited {
  readonly edits: readonly TextEdit[];
  readonly after: SourceDocument;
  /** For each edit the stretches of its text that are to be filled in. */
  readonly fills: readonly (readonly (readonly [start: number, end: number])[])[];
}

const SIDES: readonly Side[] = ['behind', 'before'];

/**
 * The edits that make changes and leave every other byte alone; null where the text cannot be edited so. What comes out is read
 * again: it has to say what was wanted, and of everything else what it said.
 */
export function editDocument(document: SourceDocument, changes: readonly Change[]): Edited | null {
  for (const side of SIDES) {
    const pieces = compile(document, changes, side);
    const edited = pieces === null ? null : apply(document, pieces);
    if (edited !== null && isSound(document, edited.after, changes)) return edited;
  }
  return null;
}

function apply(document: SourceDocument, pieces: readonly Piece[]): Edited | null {
  const ordered = [...pieces].sort((a, b) => a.index - b.index || a.start - b.start || b.depth - a.depth);
  const overlaps = ordered.some((piece, at) => {
    const next = ordered[at + 1];
    return next !== undefined && next.index === piece.index && next.start < piece.end;
  });
  if (overlaps) return null;
  const edits = ordered.map((piece) => ({ range: rangeOfPiece(document, piece), newText: piece.text }));
  const fills = ordered.map((piece) => piece.fills.map(({ start, end }) => [start, end] as const));
  const after = ordered.length > SEVERAL ? rebuilt(document, ordered) : changed(document, edits);
  return { edits, after, fills };
}

/** More edits than these cost more one by one than the whole text at once, of which blocks that stay are kept. */
const SEVERAL = 20;

function changed(document: SourceDocument, edits: readonly TextEdit[]): SourceDocument {
  return changeDocument(document, edits.map(({ range, newText }) => ({ range, text: newText })).reverse());
}

function rebuilt(document: SourceDocument, pieces: readonly Piece[]): SourceDocument {
  const texts = document.blocks.map(({ text }) => text);
  for (const { index, start, end, text } of [...pieces].reverse()) {
    const before = texts[index] ?? '';
    texts[index] = before.slice(0, start) + text + before.slice(end);
  }
  return changeDocument(document, [{ text: texts.join('') }]);
}

function rangeOfPiece(document: SourceDocument, { index, start, end }: Piece): Range {
  const block = blockOf(document, index);
  return { start: positionOf(document, block, start), end: positionOf(document, block, end) };
}

function isSound(before: SourceDocument, after: SourceDocument, changes: readonly Change[]): boolean {
  return errorsBeside(after, before) <= errorsBeside(before, after) && sameOtherwise(before, after, changes);
}

/** How many blocks that another state of the text does not have tell an error: a comment in JSON, a second document. */
function errorsBeside({ uri, blocks }: SourceDocument, other: SourceDocument): number {
  const known = new Set(other.blocks);
  return blocks.filter((block) => !known.has(block) && errorIn(uri, block) !== null).length;
}
