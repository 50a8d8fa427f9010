/** A line of a text without its break. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** Where what it says begins. */
  readonly content: number;
  readonly text: string;
  readonly column: number;
}

export function lineOf(text: string, at: number): Line {
  const start = at < 1 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
  const broken = text.indexOf('\n', start);
  const whole = text.slice(start, broken < 0 ? text.length : broken);
  const said = whole.trimEnd();
  const column = said.length - said.trimStart().length;
  return { start, end: start + said.length, content: start + column, text: said.slice(column), column };
}

/** The nearest line above that says something, or null. */
export function lineAbove(text: string, line: Line): Line | null {
  for (let at = line.start - 1; at >= 0; ) {
    const above = lineOf(text, at);
    if (above.text !== '' && !above.text.startsWith('#')) return above;
    at = above.start - 1;
  }
  return null;
}

/** Whether a line begins an entry: a key with a colon behind it, or an item of a list with one. */
export function hasKey({ text }: Line): boolean {
  return /^(?:- +)*(?:"[^"]*"|'[^']*'|[^\s"'#][^#]*?):(?:\s|$)/.test(text);
}
