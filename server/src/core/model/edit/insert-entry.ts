import {
  type Block,
  kindOf,
  type Position,
  positionOf,
  type Range,
  type SourceDocument,
  type TextEdit,
} from '../../text';
import { type Cell, isEmpty, type RootPair, rootPairs } from '../read/cells';
import { isTodo } from '../read/todo';
import { blockScalar, flowScalar } from './scalars';

/** A key of a stub with one value or a list. */
export type StubValue = string | readonly string[];

/** An insertion: its edits, and where in the text after them the first field to fill in stands. */
export interface Insertion {
  readonly edits: TextEdit[];
  readonly cursor: Position;
  /** The values to fill in, in the text after the edits. */
  readonly fields: Range[];
}

/** The entry to insert: its name, and its value or keys. */
export interface Stub {
  readonly name: string;
  readonly value: string | readonly (readonly [string, StubValue])[];
  /** Keys whose values are fields even where they are not `TODO`. */
  readonly fields: readonly string[];
}

/** Adds an entry to a section, which is made where it is absent; every other byte of the file stays. */
export function insertEntry(document: SourceDocument, section: string, stub: Stub): Insertion {
  const eol = document.blocks.some((block) => block.text.includes('\r\n')) ? '\r\n' : '\n';
  const roots = rootPairs(document);
  const root = roots.find((pair) => pair.key === section);
  const first = document.blocks[0];
  if (document.syntax === 'json') {
    const insertion = intoJson(document, root, first, stub, section);
    if (insertion !== null) return insertion;
  }
  if (root === undefined) return atEnd(document, section, stub, eol);
  if (first?.kind === 'whole' && !isEmpty(root.value)) return intoFlow(document, root.value, stub);
  const { block, node } = root.value;
  if (root.children !== null) return afterEntries(document, root, stub, eol);
  if (kindOf(block, node) === 'map') return intoFlow(document, root.value, stub);
  return afterKey(document, root, stub, eol);
}

function intoJson(
  document: SourceDocument,
  root: RootPair | undefined,
  first: Block | undefined,
  stub: Stub,
  section: string,
): Insertion | null {
  if (root?.children != null) {
    const { block } = root.value;
    return intoBrace(document, block, block.text.indexOf('{', block.keyStart) + 1, stub);
  }
  if (first === undefined || (root !== undefined && !isEmpty(root.value))) return null;
  return intoBrace(document, first, first.text.indexOf('{') + 1, stub, section);
}

function entryLines(stub: Stub, column: number, step: number): string[] {
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

function afterEntries(document: SourceDocument, root: RootPair, stub: Stub, eol: string): Insertion {
  const last = root.children?.[root.children.length - 1];
  const block = last?.value.block ?? root.value.block;
  const column = last === undefined ? 2 : block.column;
  return insertLines(document, block, endOfContent(block, column), entryLines(stub, column, 2), eol, stub);
}

/** `mitigations:` or `mitigations: {}` with nothing under it. */
function afterKey(document: SourceDocument, root: RootPair, stub: Stub, eol: string): Insertion {
  const { block } = root.value;
  return insertLines(document, block, endOfContent(block, 1), entryLines(stub, 2, 2), eol, stub);
}

function atEnd(document: SourceDocument, section: string, stub: Stub, eol: string): Insertion {
  const block = document.blocks[document.blocks.length - 1];
  const lines = ['', `${section}:`, ...entryLines(stub, 2, 2)];
  if (block === undefined) return { edits: [], cursor: { line: 0, character: 0 }, fields: [] };
  return insertLines(document, block, block.text.length, block.text === '' ? lines.slice(1) : lines, eol, stub);
}

/** Behind the last line that is neither blank nor a comment further left than the entries. */
function endOfContent(block: Block, column: number): number {
  let end = 0;
  for (const found of block.text.matchAll(/[^\n]*(?:\n|$)/g)) {
    const line = found[0];
    const indent = line.search(/[^ \t\r\n]/);
    if (indent < 0 || (line[indent] === '#' && indent < column)) continue;
    end = found.index + line.length;
  }
  return end;
}

function insertLines(
  document: SourceDocument,
  block: Block,
  offset: number,
  lines: readonly string[],
  eol: string,
  stub: Stub,
): Insertion {
  const position = positionOf(document, block, offset);
  const open = offset > 0 && block.text[offset - 1] !== '\n';
  const newText = `${open ? eol : ''}${lines.join(eol)}${open ? '' : eol}`;
  const firstLine = position.line + (open ? 1 : 0);
  const fields = lines.flatMap((line, index) => fieldOf(line, firstLine + index, stub.fields));
  const cursor = fields[0]?.start ?? { line: firstLine, character: lines[0]?.length ?? 0 };
  return { edits: [{ range: { start: position, end: position }, newText }], cursor, fields };
}

/** The value of a line, within its quotes, where it is to be filled in. */
function fieldOf(line: string, number: number, keys: readonly string[]): Range[] {
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
interface Filled {
  readonly text: string;
  readonly fields: readonly (readonly [start: number, end: number])[];
}

function flowText(stub: Stub, json: boolean): Filled {
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

function intoFlow(document: SourceDocument, cell: Cell, stub: Stub): Insertion {
  const { block, node } = cell;
  const start = block.tree?.[node * 3 + 1] ?? 0;
  return intoBrace(document, block, block.text.indexOf('{', Math.max(0, start - 1)) + 1, stub);
}

/** Right behind the opening brace, which needs no knowledge of what follows. With a section, the entry comes inside a new one. */
function intoBrace(document: SourceDocument, block: Block, offset: number, stub: Stub, section = ''): Insertion {
  const next = /\S/.exec(block.text.slice(offset))?.[0];
  const entry = flowText(stub, document.syntax === 'json');
  const lead = section === '' ? ' ' : ` ${JSON.stringify(section)}: { `;
  const position = positionOf(document, block, offset);
  const at = (index: number) => ({
    line: position.line,
    character: position.character + lead.length + index,
  });
  const newText = `${lead}${entry.text}${section === '' ? '' : ' }'}${next === '}' ? ' ' : ','}`;
  const fields = entry.fields.map(([start, end]): Range => ({ start: at(start), end: at(end) }));
  const cursor = fields[0]?.start ?? at(0);
  return { edits: [{ range: { start: position, end: position }, newText }], cursor, fields };
}
