import type { Strategy } from '../../rules/types';
import {
  type Block,
  entries,
  kindOf,
  type Position,
  positionOf,
  type Range,
  type SourceDocument,
  scalar,
  spanOf,
  type TextEdit,
} from '../../text';
import { yamlText } from './text';

export interface MitigationStub {
  readonly id: string;
  readonly strategy: Strategy;
  readonly title: string;
  readonly covers: readonly string[];
  readonly removes?: readonly string[];
  readonly control?: string;
}

/** Edits of a model, and the fields to fill in, as ranges of the text after the edits. */
export interface Insertion {
  readonly edits: readonly TextEdit[];
  readonly cursor: Position;
  readonly fields: readonly Range[];
}

/** Adds a mitigation at the end of `mitigations`; every other byte of the file stays. */
export function insertMitigation(document: SourceDocument, stub: MitigationStub): Insertion {
  const id = freeId(document, 'mitigations', stub.id);
  return insertEntry(document, 'mitigations', (indent) => mitigationLines({ ...stub, id }, indent));
}

/** Adds a line to `notApplicable`. */
export function insertNotApplicable(document: SourceDocument, statement: string, reason = 'TODO'): Insertion {
  return insertEntry(document, 'notApplicable', () => [
    `${keyText(statement)}: ${reason === 'TODO' ? reason : yamlText(reason)}`,
  ]);
}

const keyText = (text: string): string => (/^[A-Za-z][^#:"]*$/.test(text) ? text : JSON.stringify(text));

/** Lines of a stub, at its own indentation. */
export function mitigationLines(stub: MitigationStub, indent: string): readonly string[] {
  const lines = [`${stub.id}:`, `${indent}title: ${yamlText(stub.title)}`];
  if (stub.strategy !== 'reduce') lines.push(`${indent}strategy: ${stub.strategy}`);
  if (stub.strategy === 'reduce' && stub.control) lines.push(`${indent}control: ${stub.control}`);
  lines.push(...listLines('covers', stub.covers, indent), ...listLines('removes', stub.removes ?? [], indent));
  if (stub.strategy === 'transfer') lines.push(`${indent}to: TODO`);
  if (stub.strategy === 'accept') lines.push(`${indent}reason: TODO`, `${indent}owner: TODO`, `${indent}until: TODO`);
  else lines.push(`${indent}status: planned`);
  return lines;
}

/** One value in the key's line, several below it: a path with `{id}` is valid YAML in either. */
function listLines(key: string, values: readonly string[], indent: string): readonly string[] {
  const [only, ...more] = values;
  if (only === undefined) return [];
  return more.length === 0
    ? [`${indent}${key}: ${only}`]
    : [`${indent}${key}:`, ...values.map((value) => `${indent}${indent}- ${value}`)];
}

interface Section {
  readonly block: Block;
  readonly index: number;
}

function sectionOf(document: SourceDocument, name: string): Section | null {
  const index = document.blocks.findIndex(
    (block) => block.depth === 0 && block.key === name && block.kind !== 'prologue',
  );
  const block = document.blocks[index];
  return block ? { block, index } : null;
}

function insertEntry(document: SourceDocument, name: string, lines: (indent: string) => readonly string[]): Insertion {
  const newline = document.blocks.some((block) => block.text.includes('\r\n')) ? '\r\n' : '\n';
  const section = sectionOf(document, name);
  if (section === null) return appendSection(document, name, lines, newline);
  if (section.block.kind === 'head') return appendToBlocks(document, section, lines, newline);
  return replaceInline(document, section.block, lines, newline);
}

function appendToBlocks(
  document: SourceDocument,
  section: Section,
  lines: (indent: string) => readonly string[],
  newline: string,
): Insertion {
  let last = section.index;
  while ((document.blocks[last + 1]?.depth ?? 0) > 0) last++;
  const column = document.blocks[section.index + 1]?.column ?? 2;
  const block = document.blocks[last] ?? section.block;
  return insertAt(
    document,
    block,
    contentEnd(block),
    lines(' '.repeat(Math.max(2, column - section.block.column))),
    ' '.repeat(column),
    newline,
  );
}

/** Behind the last line that belongs to the entry: blank lines and comments of the next section stay with that. */
function contentEnd(block: Block): number {
  const linesOf = block.text.split('\n');
  let count = linesOf.length;
  while (count > 1 && /^\s*$/.test(linesOf[count - 1] ?? '')) count--;
  while (count > 1 && /^#|^\s*$/.test(linesOf[count - 1] ?? '')) count--;
  return Math.min(block.text.length, linesOf.slice(0, count).join('\n').length + 1);
}

function appendSection(
  document: SourceDocument,
  name: string,
  lines: (indent: string) => readonly string[],
  newline: string,
): Insertion {
  const block = document.blocks.at(-1);
  const column = document.blocks.find((each) => each.kind !== 'prologue')?.column ?? 0;
  const margin = ' '.repeat(column);
  const body = [`${newline}${margin}${name}:${newline}`];
  return insertAt(document, block, block?.text.length ?? 0, lines('  '), `${margin}  `, newline, body.join(''));
}

function insertAt(
  document: SourceDocument,
  block: Block | undefined,
  offset: number,
  lines: readonly string[],
  margin: string,
  newline: string,
  before = '',
): Insertion {
  const at = block ? positionOf(document, block, offset) : { line: 0, character: 0 };
  const open = block !== undefined && offset > 0 && block.text[offset - 1] !== '\n';
  const lead = (open ? newline : '') + before;
  const body = lines.map((line) => margin + line).join(newline) + newline;
  const first = at.line + lead.split('\n').length - 1;
  return { edits: [{ range: { start: at, end: at }, newText: lead + body }], ...fieldsOf(lines, margin, first) };
}

/** The places to fill in: every TODO, else the status, else the title. */
function fieldsOf(lines: readonly string[], margin: string, firstLine: number): Pick<Insertion, 'cursor' | 'fields'> {
  const fields: Range[] = [];
  lines.forEach((line, index) => {
    const todo = /\bTODO$/.exec(line) ?? /(?<=^\s*status: )planned$/.exec(line);
    if (todo) fields.push(rangeAt(firstLine + index, margin.length + todo.index, todo[0].length));
  });
  const first = fields[0] ?? rangeAt(firstLine, margin.length, lines[0]?.length ?? 0);
  return { cursor: first.start, fields };
}

function rangeAt(line: number, character: number, length: number): Range {
  return { start: { line, character }, end: { line, character: character + length } };
}

/** A section in one line (`mitigations: {}` or a flow map) becomes a block map with its old entries, each as it was written. */
function replaceInline(
  document: SourceDocument,
  block: Block,
  lines: (indent: string) => readonly string[],
  newline: string,
): Insertion {
  const margin = ' '.repeat(block.column);
  const kept: string[] = [];
  let valueStart = block.text.indexOf(':', block.keyStart) + 1;
  let valueEnd = valueStart;
  for (const [key, value] of entries(block, 0)) {
    if (kindOf(block, value) === 'map') {
      valueEnd = flowEnd(block.text, spanOf(block, value).start);
      for (const [innerKey, innerValue] of entries(block, value)) {
        const span = spanOf(block, innerValue);
        const end = /[[{]/.test(block.text[span.start] ?? '')
          ? flowEnd(block.text, span.start)
          : quotedEnd(block.text, span.end);
        kept.push(block.text.slice(quotedStart(block.text, spanOf(block, innerKey).start), end));
      }
    } else if ((scalar(block, value) ?? '') !== '') valueEnd = spanOf(block, value).end;
    valueStart = quotedEnd(block.text, spanOf(block, key).end);
    valueStart = block.text.indexOf(':', valueStart) + 1;
    valueEnd = Math.max(valueEnd, valueStart);
  }
  const old = kept.map((entry) => `${margin}  ${entry}${newline}`).join('');
  const added = lines('  ');
  const start = positionOf(document, block, valueStart);
  const range = { start, end: positionOf(document, block, valueEnd) };
  const body = added.map((line) => `${margin}  ${line}`).join(newline);
  const first = start.line + 1 + old.split('\n').length - 1;
  return { edits: [{ range, newText: newline + old + body }], ...fieldsOf(added, `${margin}  `, first) };
}

const quotedStart = (text: string, at: number): number => (/["']/.test(text[at - 1] ?? '') ? at - 1 : at);
const quotedEnd = (text: string, at: number): number => (/["']/.test(text[at] ?? '') ? at + 1 : at);

/** Behind the bracket that closes the one at `start`. */
function flowEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '"' || (character === "'" && /[\s,[{:]/.test(text[at - 1] ?? '')))
      at = Math.max(at, text.indexOf(character, at + 1));
    else if (character === '{' || character === '[') depth++;
    else if ((character === '}' || character === ']') && --depth === 0) return at + 1;
  }
  return text.length;
}

function freeId(document: SourceDocument, section: string, wanted: string): string {
  const found = sectionOf(document, section);
  const taken = new Set<string>();
  for (let at = found?.index ?? document.blocks.length; at < document.blocks.length; at++) {
    const block = document.blocks[at];
    if (!block || (at !== found?.index && block.depth === 0)) break;
    taken.add(block.key);
    for (const [, value] of entries(block, 0)) {
      for (const [key] of entries(block, value)) taken.add(scalar(block, key) ?? '');
    }
  }
  let id = wanted;
  for (let count = 2; taken.has(id); count++) id = `${wanted}-${count}`;
  return id;
}
