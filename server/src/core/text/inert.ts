/** Line breaks and tabs, which are no more than layout. */
const LAYOUT = /[\t-\r\u0085\u2028\u2029]+/g;
/** What a terminal obeys, what turns text round, halves of characters, and tags that nobody sees. */
const OBEYED = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/gu;
/** Most text is printable ASCII. */
const ORDINARY = /^[ -~]*$/;

/** What people wrote as one line of plain words: nothing in it is obeyed. What would be is shown as `\u{1b}`. */
export function inert(text: string): string {
  if (ORDINARY.test(text)) return text;
  return text.replace(LAYOUT, ' ').replace(OBEYED, (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`);
}
