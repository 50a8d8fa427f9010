import { inert } from '../text';

/** Text from a file as plain words in markdown: nothing in it links, formats, runs or breaks the line. */
export function escapeMarkdown(text: string): string {
  return inert(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]()#+\-.!|~$:@]/g, '\\$&');
}

/** The same as code: nothing in it ends the code. */
export function codeSpan(text: string): string {
  return `\`${inert(text).replaceAll('`', "'")}\``;
}

/** A sentence of ours, in which what stands in backticks is code. */
export function ownWords(text: string): string {
  const pieces = text.split('`');
  return pieces.map((piece, index) => (index % 2 === 1 ? codeSpan(piece) : escapeMarkdown(piece))).join('');
}
