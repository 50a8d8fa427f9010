/** A position in a text: line and UTF-16 character, both from 0 (as in LSP). */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A half-open range of a text. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/**
 * The unit of work: a path item, a component, a root entry, the text before the first key, or a whole file that cannot be split.
 * A block owns its text and never changes; an edit replaces it. Offsets inside it count from its own start, so a block that
 * moves keeps everything that was derived from it.
 */
export interface Block {
  readonly text: string;
  /** `prologue`: before the first key; `head`: the line of a section whose children are blocks; `leaf`: an entry; `whole`: an unsplit file. */
  readonly kind: 'prologue' | 'head' | 'leaf' | 'whole';
  /** 0 for a root entry, 1 for a child of a section, 2 for a component. */
  readonly depth: number;
  /** Offset of the key in `text`; the key's decoded text; the column at which it stands. */
  readonly keyStart: number;
  readonly key: string;
  readonly column: number;
  /** Line breaks in `text`. */
  readonly newlines: number;
  /** Offset tree (see tree.ts), or null where the text does not read. */
  readonly tree: Int32Array | null;
  /** Anchors and tags by node index; most blocks have none. */
  readonly anchors: ReadonlyMap<number, string> | null;
  /** The syntax error that keeps the block from being read. */
  readonly error: SyntaxProblem | null;
  /** What is told of a part that belongs to a document that does not count. */
  readonly told?: SyntaxProblem | undefined;
}

export interface SyntaxProblem {
  readonly message: string;
  /** Offset in the block's text. */
  readonly offset: number;
  /** Where what is wrong ends; the end of the line where that is not known. */
  readonly end?: number;
  /** A comment in JSON, which a file may have whose name says so. */
  readonly isComment?: true;
}

/** A span of a file: stays true while its block does, wherever the block moves. */
export interface Place {
  readonly uri: string;
  readonly block: Block;
  readonly start: number;
  readonly end: number;
}

/** A change as LSP sends it; without `range` it replaces the whole text. */
export interface TextChange {
  readonly range?: Range;
  readonly text: string;
}

/** An edit that a feature proposes. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}
