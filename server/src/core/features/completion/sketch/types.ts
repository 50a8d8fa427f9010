/** A word or a text as it stands; offsets count in the text that was read. */
export interface SketchScalar {
  readonly kind: 'scalar';
  /** Without its quotes, escapes as written. */
  readonly text: string;
  /** Of the text without its quotes. */
  readonly start: number;
  readonly end: number;
  readonly quote: '' | '"' | "'";
  /** Whether its quotes are closed. */
  readonly closed: boolean;
}

export interface SketchPair {
  readonly name: SketchScalar;
  /** Offset of the colon; -1 where none stands yet. */
  readonly colon: number;
  value: SketchNode | null;
}

export interface SketchMap {
  readonly kind: 'map';
  readonly flow: boolean;
  /** The column at which its keys stand, where it has lines of its own. */
  column: number;
  readonly pairs: SketchPair[];
}

export interface SketchItem {
  /** Null behind a dash that nothing follows. */
  readonly node: SketchNode | null;
  /** Whether a dash (or bracket) makes it an item; a word alone on its line is none yet. */
  readonly marked: boolean;
}

export interface SketchList {
  readonly kind: 'list';
  readonly flow: boolean;
  readonly column: number;
  readonly items: SketchItem[];
}

export type SketchNode = SketchScalar | SketchMap | SketchList;

/** Stands for the cursor in a text that is read, so that a word begins where nothing is written yet. */
export const CURSOR = '\u0001';
