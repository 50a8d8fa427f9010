import {
  type Block,
  changeDocument,
  kindOf,
  type Position,
  positionOf,
  type Range,
  type SourceDocument,
  type TextEdit,
} from '../../text';
import { type Cell, isEmpty, placeOf, type RootPair, rootPairs } from '../read/cells';
import { entryIndents, rootColumn } from './indents';
import { obstacleOf, unsound } from './obstacle';
import { entryLines, type Filled, fieldOf, flowText, type Indents, type Stub } from './stub-text';

/** An insertion: its edits, and where in the text after them the first field to fill in stands. */
export interface Insertion {
  readonly edits: TextEdit[];
  readonly cursor: Position;
  /** The values to fill in, in the text after the edits. */
  readonly fields: Range[];
  /** Why the entry cannot be added; there are no edits then. */
  readonly refused?: string;
}

/** A place in a block, and what is in the way there. */
interface Spot {
  readonly block: Block;
  readonly start: number;
  readonly end: number;
}

/**
 * Adds entries to a section by one edit; the section is made where it is absent. Every other byte of the file stays, but for an
 * empty value of the section.
 */
export function insertEntries(document: SourceDocument, section: string, stubs: readonly Stub[]): Insertion {
  const roots = rootPairs(document);
  const root = roots.find((pair) => pair.key === section);
  const refused = firstOf(stubs, (stub) => obstacleOf(document, root, stub.name));
  if (refused !== null) return refusal(refused);
  const insertion = root === undefined ? intoNew(document, roots, section, stubs) : into(document, roots, root, stubs);
  const after = changeDocument(
    document,
    insertion.edits.map(({ range, newText }) => ({ range, text: newText })),
  );
  const wrong = firstOf(stubs, (stub) => unsound(document, after, section, stub));
  return wrong === null ? insertion : refusal(wrong);
}

function firstOf(stubs: readonly Stub[], wrong: (stub: Stub) => string | null): string | null {
  for (const stub of stubs) {
    const reason = wrong(stub);
    if (reason !== null) return reason;
  }
  return null;
}

function refusal(refused: string): Insertion {
  return { edits: [], cursor: { line: 0, character: 0 }, fields: [], refused };
}

function into(document: SourceDocument, roots: readonly RootPair[], root: RootPair, stubs: readonly Stub[]): Insertion {
  const { block, node } = root.value;
  const json = isFlowRoot(document, roots);
  if (json && root.children !== null) {
    return intoBrace(document, spotAt(block, block.text.indexOf('{', block.keyStart) + 1), stubs);
  }
  if (root.children === null && kindOf(block, node) === 'map') {
    const { start } = placeOf(root.value);
    if (json || block.text[start] === '{') {
      return intoBrace(document, spotAt(block, block.text.indexOf('{', Math.max(0, start - 1)) + 1), stubs);
    }
  } else if (root.children === null) {
    const value = valueSpan(root.value);
    if (json) return inPlaceOf(document, value, stubs);
    if (value.end > value.start) return belowKey(document, roots, root, value, stubs);
  }
  return afterEntries(document, roots, root, stubs);
}

function spotAt(block: Block, offset: number): Spot {
  return { block, start: offset, end: offset };
}

/** JSON, or a model in braces. */
function isFlowRoot(document: SourceDocument, roots: readonly RootPair[]): boolean {
  if (document.syntax === 'json') return true;
  const [first] = roots;
  if (first?.value.block.kind !== 'whole') return false;
  const { block } = first.value;
  return block.text[block.tree?.[1] ?? 0] === '{';
}

/** The text of an empty value with its quotes or brackets. */
function valueSpan(cell: Cell): Spot {
  const { start, end } = placeOf(cell);
  const { block } = cell;
  const quote = block.text[start - 1];
  const isQuoted = isEmpty(cell) && (quote === '"' || quote === "'") && block.text[end] === quote;
  return { block, start: isQuoted ? start - 1 : start, end: isQuoted ? end + 1 : end };
}

/** Entries below a key whose empty value goes away; a comment behind it stays. */
function belowKey(
  document: SourceDocument,
  roots: readonly RootPair[],
  root: RootPair,
  value: Spot,
  stubs: readonly Stub[],
): Insertion {
  const { block } = value;
  const rest = /^[^\r\n]*/.exec(block.text.slice(value.end))?.[0] ?? '';
  const comment = rest.trim();
  const before = /[ \t]*$/.exec(block.text.slice(0, value.start))?.[0].length ?? 0;
  const start = comment === '' ? value.start - before : value.start;
  const end = value.end + rest.length;
  const isOwnLine = block.text[start - 1] === '\n';
  const lineBreak = isOwnLine ? (/^\r?\n/.exec(block.text.slice(end))?.[0].length ?? 0) : 0;
  const lines = linesOf(stubs, entryIndents(roots, root));
  return insertLines(document, { block, start, end: end + lineBreak }, lines, stubs, comment);
}

function afterEntries(
  document: SourceDocument,
  roots: readonly RootPair[],
  root: RootPair,
  stubs: readonly Stub[],
): Insertion {
  const block = root.children?.at(-1)?.value.block ?? root.value.block;
  const indents = entryIndents(roots, root);
  const next = roots[roots.indexOf(root) + 1];
  const limit =
    next?.value.block === block ? lineStart(block, next.keyAt.start) : endOfDocument(block, root.keyAt.start);
  const own = root.value.block === block ? Math.max(0, root.keyAt.start - 1) : 0;
  const column = root.children !== null || kindOf(block, root.value.node) === 'map' ? indents.column : 1;
  const end = endOfContent(block, lineStart(block, own), limit, column);
  return insertLines(document, spotAt(block, end), linesOf(stubs, indents), stubs);
}

function intoNew(
  document: SourceDocument,
  roots: readonly RootPair[],
  section: string,
  stubs: readonly Stub[],
): Insertion {
  const [first] = document.blocks;
  if (first !== undefined && isFlowRoot(document, roots)) {
    const at = first.kind === 'whole' ? (first.tree?.[1] ?? 0) : 0;
    return intoBrace(document, spotAt(first, first.text.indexOf('{', Math.max(0, at - 1)) + 1), stubs, section);
  }
  const block = document.blocks.at(-1);
  if (block === undefined) return refusal('The file is empty');
  const end = endOfDocument(block, block.kind === 'whole' ? (roots[0]?.keyAt.start ?? 0) : 0);
  const pad = ' '.repeat(rootColumn(roots));
  const lines = [`${pad}${section}:`, ...linesOf(stubs, entryIndents(roots, undefined))];
  const isFirst = block.text === '' || keepsBlanks(block, end);
  return insertLines(document, spotAt(block, end), isFirst ? lines : ['', ...lines], stubs);
}

function lineStart(block: Block, offset: number): number {
  return block.text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the first document ends: at `...`, at the `---` of a second one, or with the text. */
function endOfDocument(block: Block, from: number): number {
  const marker = /^(?:\.\.\.|---)(?=[ \t\r\n]|$)/gm;
  marker.lastIndex = from;
  return marker.exec(block.text)?.index ?? block.text.length;
}

/** Behind the last line that is neither blank nor a comment further left than the entries. */
function endOfContent(block: Block, from: number, limit: number, column: number): number {
  const text = block.text.slice(from, limit);
  let end = 0;
  for (const found of text.matchAll(/[^\n]*(?:\n|$)/g)) {
    const line = found[0];
    const indent = line.search(/[^ \t\r\n]/);
    if (indent < 0 || (line[indent] === '#' && indent < column)) continue;
    end = found.index + line.length;
  }
  if (!keepsBlanks(block, from + end)) return from + end;
  return from + end + (/^(?:[ \t]*\r?\n)*/.exec(text.slice(end))?.[0].length ?? 0);
}

/** Whether the text before an offset ends in a block scalar that keeps the blank lines behind it (`|+`). */
function keepsBlanks(block: Block, offset: number): boolean {
  const lines = block.text.slice(0, offset).trimEnd().split(/\r?\n/);
  let column = Number.POSITIVE_INFINITY;
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at] ?? '';
    const indent = line.search(/\S/);
    if (indent < 0 || indent > column) continue;
    if (/(?:^|[\s:-])[|>](?:\d?\+\d?)[ \t]*(?:#.*)?$/.test(line)) return indent < column;
    if (indent >= column) continue;
    if (column !== Number.POSITIVE_INFINITY) return false;
    column = indent;
  }
  return false;
}

/** Lines in place of a stretch of text. `behind` stays on the line that they follow. */
function insertLines(
  document: SourceDocument,
  { block, start: offset, end }: Spot,
  lines: readonly string[],
  stubs: readonly Stub[],
  behind = '',
): Insertion {
  const eol = document.blocks.some((one) => one.text.includes('\r\n')) ? '\r\n' : '\n';
  const start = positionOf(document, block, offset);
  const open = offset > 0 && block.text[offset - 1] !== '\n';
  const newText = `${behind}${open ? eol : ''}${lines.join(eol)}${open ? '' : eol}`;
  const firstLine = start.line + (open ? 1 : 0);
  const fields = lines.flatMap((line, index) => fieldOf(line, firstLine + index, stubs[0]?.fields ?? []));
  const cursor = fields[0]?.start ?? { line: firstLine, character: lines[0]?.length ?? 0 };
  return { edits: [{ range: { start, end: positionOf(document, block, end) }, newText }], cursor, fields };
}

/** Right behind the opening brace, which needs no knowledge of what follows. With a section, the entry comes inside a new one. */
function intoBrace(document: SourceDocument, spot: Spot, stubs: readonly Stub[], section = ''): Insertion {
  const next = /\S/.exec(spot.block.text.slice(spot.end))?.[0];
  const lead = section === '' ? ' ' : ` ${JSON.stringify(section)}: { `;
  return flowEdit(document, spot, stubs, lead, `${section === '' ? '' : ' }'}${next === '}' ? ' ' : ','}`);
}

/** A mapping in place of an empty value. */
function inPlaceOf(document: SourceDocument, spot: Spot, stubs: readonly Stub[]): Insertion {
  return flowEdit(document, spot, stubs, '{ ', ' }');
}

function flowEdit(document: SourceDocument, spot: Spot, stubs: readonly Stub[], lead: string, tail: string): Insertion {
  const entry = flowTexts(stubs, document.syntax === 'json');
  const position = positionOf(document, spot.block, spot.start);
  const at = (index: number) => ({ line: position.line, character: position.character + lead.length + index });
  const range = { start: position, end: positionOf(document, spot.block, spot.end) };
  const fields = entry.fields.map(([start, end]): Range => ({ start: at(start), end: at(end) }));
  const cursor = fields[0]?.start ?? at(0);
  return { edits: [{ range, newText: `${lead}${entry.text}${tail}` }], cursor, fields };
}

/** The entries one behind the other, and the fields of all. */
function flowTexts(stubs: readonly Stub[], json: boolean): Filled {
  let text = '';
  const fields: Filled['fields'][number][] = [];
  for (const stub of stubs) {
    const before = text === '' ? '' : `${text}, `;
    const entry = flowText(stub, json);
    fields.push(...entry.fields.map(([start, end]) => [before.length + start, before.length + end] as const));
    text = `${before}${entry.text}`;
  }
  return { text, fields };
}

function linesOf(stubs: readonly Stub[], indents: Indents): string[] {
  return stubs.flatMap((stub) => entryLines(stub, indents));
}
