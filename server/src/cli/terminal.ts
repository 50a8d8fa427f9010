/** Ranges of code points that a terminal obeys or that reorder or hide text: controls, zero-width and bidirectional marks, tags. */
const UNSAFE: readonly (readonly [number, number])[] = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x61c, 0x61c],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x2069],
  [0xd800, 0xdfff],
  [0xfeff, 0xfeff],
  [0xe0000, 0xe007f],
];

/** Most text is printable ASCII and need not be looked at character by character. */
const ORDINARY = /^[ -~]*$/;

/** One line that is safe to print: what a terminal would obey is shown as `\u{1b}`. */
export function printable(text: string): string {
  if (ORDINARY.test(text)) return text;
  let shown = '';
  for (const character of text) shown += isUnsafe(character) ? `\\u{${codeOf(character).toString(16)}}` : character;
  return shown;
}

function isUnsafe(character: string): boolean {
  const code = codeOf(character);
  return UNSAFE.some(([from, to]) => code >= from && code <= to);
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
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

/** The painter for a result that goes to a file, or to standard output (null). */
export function painterTo(output: string | null): Painter {
  return output === null ? painterFor(process.stdout.isTTY === true, process.env) : plainPainter;
}
