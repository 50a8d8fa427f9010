import { blockScalar } from '../../text/edit/scalars';

/** How a text must be written where it stands. */
export interface Style {
  /** Inside brackets. */
  readonly flow: boolean;
  /** A JSON file, which has quotes around every text. */
  readonly json: boolean;
}

/** A text as a scalar: plain where that reads as the text, else in double quotes. */
export function scalarText(text: string, style: Style, isNumber = false): string {
  if (isNumber && /^[\d./]+%?$/.test(text) && (!style.json || /^\d+(?:\.\d+)?$/.test(text))) return text;
  return isPlain(text, style) ? text : JSON.stringify(text);
}

/** Whether a text reads as itself without quotes. */
export function isPlain(text: string, { flow, json }: Style): boolean {
  if (json || blockScalar(text) !== text) return false;
  return !flow || !/[,[\]{}]|:$/.test(text);
}

/** A stretch of a text in quotes of this kind. */
export function escaped(text: string, quote: '"' | "'"): string {
  return quote === '"' ? JSON.stringify(text).slice(1, -1) : text.replaceAll("'", "''");
}
