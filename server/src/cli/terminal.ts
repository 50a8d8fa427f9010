/** Text of a file may hold anything: escape codes could recolour or rewrite the terminal, bidirectional marks reorder a line. */
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

/** One line that is safe to print: what a terminal would obey is shown as `\u{1b}`. */
export function printable(text: string): string {
  return text.replace(UNSAFE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'cyan' | 'green' | 'magenta';

const CODES: Readonly<Record<Style, number>> = {
  bold: 1,
  dim: 2,
  red: 31,
  green: 32,
  yellow: 33,
  magenta: 35,
  cyan: 36,
};

export type Painter = (style: Style, text: string) => string;

export const plainPainter: Painter = (_style, text) => text;
export const colourPainter: Painter = (style, text) => `\u001b[${CODES[style]}m${text}\u001b[0m`;

/** Colours only on a terminal, and never against NO_COLOR (https://no-color.org). */
export function painterFor(isTerminal: boolean, environment: NodeJS.ProcessEnv): Painter {
  const refused = (environment.NO_COLOR ?? '') !== '' || environment.TERM === 'dumb';
  return isTerminal && !refused ? colourPainter : plainPainter;
}
