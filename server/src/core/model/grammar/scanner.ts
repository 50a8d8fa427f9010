import type { ProblemCode } from '../problem-codes';

/** A slip in a text of the language: offsets count in the text itself. */
export interface GrammarError {
  readonly code: ProblemCode;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** What should stand there instead, where that is certain. */
  readonly replacement?: string;
}

export type Parsed<T> = { readonly value: T } | { readonly error: GrammarError };

/** A word of a text with its offsets. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text; a word ends at white space. */
export function wordsOf(text: string, from = 0, to = text.length): Word[] {
  const words: Word[] = [];
  const pattern = /\S+/g;
  pattern.lastIndex = from;
  for (let found = pattern.exec(text); found !== null && found.index < to; found = pattern.exec(text)) {
    const end = Math.min(found.index + found[0].length, to);
    words.push({ text: text.slice(found.index, end), start: found.index, end });
  }
  return words;
}

/** An error on a span. */
export function failure(
  code: ProblemCode,
  message: string,
  span: { readonly start: number; readonly end: number },
  replacement?: string,
): { readonly error: GrammarError } {
  const { start, end } = span;
  return {
    error: replacement === undefined ? { code, message, start, end } : { code, message, start, end, replacement },
  };
}
