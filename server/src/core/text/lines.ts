/** Line breaks as LSP counts them: LF, CRLF and a lone CR. */
export function countBreaks(text: string): number {
  if (hasLoneReturn(text)) return text.match(/\r\n|\n|\r/g)?.length ?? 0;
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** Offsets at which lines start, the first one aside, from left to right. */
export function* lineStarts(text: string): Generator<number> {
  if (hasLoneReturn(text)) {
    for (const match of text.matchAll(/\r\n|\n|\r/g)) yield match.index + match[0].length;
    return;
  }
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) yield at + 1;
}

/** Where the line that starts at an offset ends, its break left out. */
export function lineEnd(text: string, start: number): number {
  const newline = text.indexOf('\n', start);
  const end = newline < 0 ? text.length : newline;
  const line = text.slice(start, end);
  const carriage = line.indexOf('\r');
  return carriage < 0 ? end : start + carriage;
}

/** Offset of the last line's start. */
export function lastLineStart(text: string): number {
  if (text.endsWith('\n')) return text.length;
  if (!hasLoneReturn(text)) return text.lastIndexOf('\n') + 1;
  return Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
}

const hasLoneReturn = (text: string) => text.includes('\r') && /\r(?!\n)/.test(text);
