import { Fill, isList, isMembers, type Members, type Value } from './change';
import { blockScalar, flowScalar } from './scalars';
import type { Style } from './style';

/** A stretch of a written text that is to be filled in. */
export interface FillSpan {
  readonly start: number;
  readonly end: number;
}

/** How values in brackets are written. */
export interface FlowStyle {
  /** Between a key and its value, and between two entries on a line. */
  readonly colon: string;
  readonly comma: string;
  /** Inside of braces on a line. */
  readonly pad: string;
  /** How far a level stands in; null for one line. */
  readonly unit: string | null;
  readonly eol: string;
  readonly scalar: (text: string) => string;
}

type Scalar = Exclude<Value, readonly Value[] | Members>;

/** Text being written, with what is to be filled in. */
export class Writer {
  text = '';
  readonly fills: FillSpan[] = [];

  put(text: string): this {
    this.text += text;
    return this;
  }

  scalar(value: Scalar, write: (text: string) => string): this {
    const plain = value instanceof Fill ? value.value : value;
    const written = typeof plain === 'string' ? write(plain) : String(plain);
    const quotes = written.length > 1 && /^(?:".*"|'.*')$/s.test(written) ? 1 : 0;
    const start = this.text.length + quotes;
    this.text += written;
    if (value instanceof Fill) this.fills.push({ start, end: this.text.length - quotes });
    return this;
  }
}

/** A text on a line of its own or in brackets of YAML; in the file's quotes where it needs any. */
export function blockText({ quote }: Style): (text: string) => string {
  return (text) => inQuotes(blockScalar(text), text, quote);
}

export function flowText({ quote, json }: Style): (text: string) => string {
  return (text) => (json ? flowScalar(text, true) : inQuotes(flowScalar(text, false), text, quote));
}

function inQuotes(written: string, text: string, quote: Style['quote']): string {
  return written.startsWith('"') && quote === "'" && !/['\p{Cc}]/u.test(text) ? `'${text}'` : written;
}

/** Brackets on one line. */
export function oneLine(style: Style, colon = ': '): FlowStyle {
  const comma = colon === ':' ? ',' : ', ';
  const pad = colon === ':' || style.json ? '' : ' ';
  return { colon, comma, pad, unit: null, eol: style.eol, scalar: flowText(style) };
}

/** An entry of a mapping in lines, without the blanks in front of its key, which is given as it is to be written. */
export function writeBlockMember(out: Writer, key: string, value: Value, column: number, style: Style): void {
  out.put(`${key}:`);
  if (isMembers(value) && Object.keys(value).length > 0) {
    const inner = column + (style.unit?.length ?? 2);
    for (const [name, one] of Object.entries(value)) {
      writeBlockMember(out.put(newLine(style, inner)), blockText(style)(name), one, inner, style);
    }
  } else if (isList(value) && value.length > 0) {
    const inner = column + style.dash;
    for (const item of value) writeBlockItem(out.put(newLine(style, inner)), item, inner, style);
  } else writeOnLine(out.put(' '), value, style);
}

/** An item of a list in lines, without the blanks in front of its dash. */
export function writeBlockItem(out: Writer, value: Value, column: number, style: Style, gap = ' '): void {
  out.put(`-${gap}`);
  if (!isMembers(value) || Object.keys(value).length === 0) {
    writeOnLine(out, value, style);
    return;
  }
  const inner = column + 1 + gap.length;
  for (const [index, [name, one]] of Object.entries(value).entries()) {
    if (index > 0) out.put(newLine(style, inner));
    writeBlockMember(out, blockText(style)(name), one, inner, style);
  }
}

function newLine({ eol }: Style, column: number): string {
  return `${eol}${' '.repeat(column)}`;
}

function writeOnLine(out: Writer, value: Value, style: Style): void {
  if (isList(value) || isMembers(value)) writeFlow(out, value, oneLine(style), '');
  else out.scalar(value, blockText(style));
}

/** A value in brackets, or a scalar. `indent`: the blanks in front of the line in which it begins. */
export function writeFlow(out: Writer, value: Value, style: FlowStyle, indent: string): void {
  const inner = `${indent}${style.unit ?? ''}`;
  if (isList(value)) {
    const items = value.map((item) => () => writeFlow(out, item, style, inner));
    writeBetween(out, ['[', ']'], items, { ...style, pad: '' }, indent);
  } else if (isMembers(value)) {
    const entries = Object.entries(value);
    const members = entries.map(
      ([key, one]) =>
        () =>
          writeFlowMember(out, style.scalar(key), one, style, inner),
    );
    writeBetween(out, ['{', '}'], members, style, indent);
  } else out.scalar(value, style.scalar);
}

/** An entry of a mapping in braces; the key is given as it is to be written. */
export function writeFlowMember(out: Writer, key: string, value: Value, style: FlowStyle, indent: string): void {
  writeFlow(out.put(`${key}${style.colon}`), value, style, indent);
}

export function writeBetween(
  out: Writer,
  [open, close]: readonly [string, string],
  parts: readonly (() => void)[],
  { unit, eol, pad, comma }: FlowStyle,
  indent: string,
): void {
  const line = unit === null ? null : `${eol}${indent}${unit}`;
  out.put(open);
  for (const [index, part] of parts.entries()) {
    const between = line === null ? comma : `,${line}`;
    out.put(index > 0 ? between : (line ?? pad));
    part();
  }
  const last = line === null ? pad : `${eol}${indent}`;
  out.put(parts.length === 0 ? '' : last).put(close);
}
