import type { Range } from '../../text';
import { blockScalar, flowScalar } from '../../text/edit/scalars';
import { isTodo } from '../read/todo';

/** A key of a stub with one value or a list. */
export type StubValue = string | readonly string[];

/** The entry to insert: its name, and its value or keys. */
export interface Stub {
  readonly name: string;
  readonly value: string | readonly (readonly [string, StubValue])[];
  /** Keys whose values are fields even where they are not `TODO`. */
  readonly fields: readonly string[];
}

/** How far things stand in: the entry, and what is in it from there. */
export interface Indents {
  readonly column: number;
  readonly step: number;
}

/** The lines of an entry in a block mapping. */
export function entryLines(stub: Stub, { column, step }: Indents): string[] {
  const pad = ' '.repeat(column);
  const name = blockScalar(stub.name);
  if (typeof stub.value === 'string') return [`${pad}${name}: ${blockScalar(stub.value)}`];
  const inner = ' '.repeat(column + step);
  return [
    `${pad}${name}:`,
    ...stub.value.flatMap(([key, value]) => {
      if (typeof value === 'string') return [`${inner}${key}: ${blockScalar(value)}`];
      if (value.length === 1) return [`${inner}${key}: ${blockScalar(value[0] ?? '')}`];
      return [`${inner}${key}:`, ...value.map((item) => `${inner}${' '.repeat(step)}- ${blockScalar(item)}`)];
    }),
  ];
}

/** The value of a line, within its quotes, where it is to be filled in. */
export function fieldOf(line: string, number: number, keys: readonly string[]): Range[] {
  const [, key = '', written = ''] = /^\s*(.*?): (.*)$/.exec(line) ?? [];
  const at = line.endsWith(': TODO') ? line.length - 4 : line.length - written.length;
  const value = line.slice(at);
  if (!isField(key.trim(), value, keys)) return [];
  const quotes = isQuoted(value) ? 1 : 0;
  return [{ start: { line: number, character: at + quotes }, end: { line: number, character: line.length - quotes } }];
}

function isQuoted(value: string): boolean {
  return value.length > 1 && value.startsWith('"') && value.endsWith('"');
}

function isField(key: string, value: string, keys: readonly string[]): boolean {
  return isTodo(isQuoted(value) ? value.slice(1) : value) || keys.includes(key);
}

/** A text in which some spans are to be filled in. */
export interface Filled {
  readonly text: string;
  readonly fields: readonly (readonly [start: number, end: number])[];
}

/** An entry inside brackets. */
export function flowText(stub: Stub, json: boolean): Filled {
  const name = flowScalar(stub.name, json);
  if (typeof stub.value === 'string') return flowPair('', name, flowScalar(stub.value, json), stub.fields);
  const fields: (readonly [number, number])[] = [];
  let text = `${name}: { `;
  for (const [index, [key, value]] of stub.value.entries()) {
    const list = typeof value === 'string' ? [value] : value;
    const items = list.map((item) => flowScalar(item, json));
    const written = items.length === 1 ? (items[0] ?? '') : `[${items.join(', ')}]`;
    const pair = flowPair(index === 0 ? text : `${text}, `, flowScalar(key, json), written, stub.fields);
    text = pair.text;
    fields.push(...pair.fields);
  }
  return { text: `${text} }`, fields };
}

function flowPair(before: string, key: string, value: string, keys: readonly string[]): Filled {
  const text = `${before}${key}: ${value}`;
  if (!isField(isQuoted(key) ? key.slice(1, -1) : key, value, keys)) return { text, fields: [] };
  const quotes = isQuoted(value) ? 1 : 0;
  return { text, fields: [[text.length - value.length + quotes, text.length - quotes]] };
}
