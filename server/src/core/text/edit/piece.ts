import type { FillSpan, Writer } from './write-value';

/** A replacement inside a block. */
export interface Piece {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Offsets in its text. */
  readonly fills: readonly FillSpan[];
  /** How deep it stands: of two in one place the deeper one comes first. */
  readonly depth: number;
}

export function pieceOf(index: number, start: number, end: number, out: Writer, depth: number): Piece {
  return { index, start, end, text: out.text, fills: out.fills, depth };
}
