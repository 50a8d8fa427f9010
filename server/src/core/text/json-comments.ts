import type { Block, SyntaxProblem } from './types';

const COMMENT = /\/\/[^\r\n]*|\/\*[\s\S]*?\*\//g;

export const ENDLESS_COMMENT = 'the comment that begins here does not end';

/** Where the comment that starts at a slash ends; -1 where it does not end, or is none. */
export function endOfComment(text: string, at: number): number {
  const next = text.charCodeAt(at + 1);
  if (next === 47) {
    const end = text.indexOf('\n', at);
    return end < 0 ? text.length : end;
  }
  const end = next === 42 ? text.indexOf('*/', at + 2) : -1;
  return end < 0 ? -1 : end + 2;
}

/** What a comment is told as: other readers of JSON refuse the file. */
export function commentSlip(text: string, offset: number, end: number): SyntaxProblem {
  const line = /[\r\n]|$/.exec(text.slice(offset, end))?.index ?? 0;
  const message = 'JSON has no comments, so other tools cannot read this file: take it out, or name the file .jsonc';
  return { message, offset, end: offset + line, isComment: true };
}

/** The first comment of a text without strings, or null. */
export function firstComment(text: string, from: number): SyntaxProblem | null {
  COMMENT.lastIndex = from;
  const found = COMMENT.exec(text);
  return found === null ? null : commentSlip(text, found.index, found.index + found[0].length);
}

/** A text without strings, with blanks where its comments are. */
export function withoutComments(text: string): string {
  return text.includes('/') ? text.replace(COMMENT, (comment) => ' '.repeat(comment.length)) : text;
}

/** Where a text begins, blanks and comments aside. */
export function startOfJson(text: string): number {
  const blank = /\s*/y;
  for (let at = 0; ; ) {
    blank.lastIndex = at;
    blank.test(text);
    const start = blank.lastIndex;
    const end = text.charCodeAt(start) === 47 ? endOfComment(text, start) : -1;
    if (end < 0) return start;
    at = end;
  }
}

/** Whether a text is an object or a list of JSON, or of YAML in brackets. */
export function isJson(text: string): boolean {
  return /[{[]/.test(text.charAt(startOfJson(text)));
}

/** The syntax error of a block of a file; comments are none in a file whose name welcomes them. */
export function errorIn(uri: string, { error }: Pick<Block, 'error'>): SyntaxProblem | null {
  return error?.isComment && /\.jsonc$/i.test(uri) ? null : error;
}
