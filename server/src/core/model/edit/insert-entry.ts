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

function fieldOf(line: string, number: number, keys: readonly string[]): Range[] {
  const found = /^\s*(?:.*?): (.*)$/.exec(line);
  const value = line.endsWith(': TODO') ? 'TODO' : (found?.[1] ?? '');
  const key = /^\s*([\w-]+): /.exec(line)?.[1] ?? '';
  if (value !== 'TODO' && !keys.includes(key)) return [];
  return [
    { start: { line: number, character: line.length - value.length }, end: { line: number, character: line.length } },
  ];
}

function flowText(stub: Stub, json: boolean): string {
  const name = flowScalar(stub.name, json);
  if (typeof stub.value === 'string') return `${name}: ${flowScalar(stub.value, json)}`;
  const pairs = stub.value.map(([key, value]) => {
    const list = typeof value === 'string' ? null : value.map((item) => flowScalar(item, json));
    const written =
      list === null ? flowScalar(String(value), json) : list.length === 1 ? list[0] : `[${list.join(', ')}]`;
    return `${flowScalar(key, json)}: ${written}`;
  });
  return `${name}: { ${pairs.join(', ')} }`;
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
  const text = section === '' ? entry : `${JSON.stringify(section)}: { ${entry} }`;
  const position = positionOf(document, block, offset);
  const cursor = { line: position.line, character: position.character + 1 + Math.max(0, text.indexOf('TODO')) };
  const end = { line: cursor.line, character: cursor.character + 4 };
  const newText = ` ${text}${next === '}' ? ' ' : ','}`;
  const fields = text.includes('TODO') ? [{ start: cursor, end }] : [];
  return { edits: [{ range: { start: position, end: position }, newText }], cursor, fields };
}
