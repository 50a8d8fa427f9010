import {
  type Block,
  openDocument,
  type Position,
  type Range,
  type SourceDocument,
  type TextEdit,
  textOf,
} from '../../text';
import { type Behind, blankChanges, formatUnit } from './format-unit';
import { sameMeaning } from './same-meaning';
import { type Change, changed, lineAt, linesOf, unitOf } from './unit';

/** Blocks that are laid out together, and where their text starts in the document's. */
interface Stretch {
  readonly blocks: readonly Block[];
  readonly start: number;
  /** The column at which it comes to stand. */
  readonly column: number;
}

/**
 * The edits that lay a model out: two blanks a step, one blank behind colons, at most one blank line, none at the ends of lines.
 * Texts, quotes, comments and order stay. What does not read stays as it is, and what stands beside it keeps its column.
 * @param range only the entries that it touches, or their section where its entries have to move together
 */
export function formatDocument(document: SourceDocument, range?: Range): TextEdit[] {
  const text = textOf(document);
  if (document.syntax === 'json' || document.blocks.some(isTorn) || /\r(?!\n)/.test(text)) return [];
  const lines = linesOf(text);
  const stretches = stretchesOf(document);
  const changes = stretches.flatMap((stretch, index) => {
    const own = changesOf(stretch, stretches[index + 1]);
    const asked = range === undefined ? own : own.filter(isAsked(stretch, own, lines, range));
    return asked.map((change) => moved(change, stretch.start));
  });
  const end = range === undefined ? endOf(document, text) : null;
  const ended = end === null ? [] : [...changes.filter((change) => change.end <= end.start), end];
  // The last text may keep the blank lines behind it.
  const kept = [ended, changes].find((all) => all.length > 0 && keepsMeaning(document, changed(text, all))) ?? [];
  return kept.map((change) => editOf(change, lines));
}

const moved = ({ start, end, newText }: Change, by: number): Change => ({ start: start + by, end: end + by, newText });

function stretchesOf({ blocks }: SourceDocument): Stretch[] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const isRoot = block.depth === 0 || block.kind === 'prologue' || groups.length === 0;
    if (isRoot) groups.push([block]);
    else groups.at(-1)?.push(block);
  }
  const allRead = blocks.every(isRead);
  let start = 0;
  return groups.flatMap((group): Stretch[] => {
    const isWhole = group.every(isRead);
    const parts = isWhole ? [group] : group.map((block) => [block]);
    return parts.map((part) => {
      const stretch = { blocks: part, start, column: isWhole && allRead ? 0 : (part[0]?.column ?? 0) };
      start += part.reduce((sum, { text }) => sum + text.length, 0);
      return stretch;
    });
  });
}

function isRead({ kind, tree, error }: Block): boolean {
  return error === null && (kind === 'prologue' || tree !== null);
}

/** Between two versions of a text that git could not join nothing is certain. */
function isTorn({ kind, error }: Block): boolean {
  return kind === 'prologue' && error !== null;
}

function changesOf({ blocks, column }: Stretch, next: Stretch | undefined): Change[] {
  if (!blocks.every(isRead)) return [];
  const text = blocks.map((block) => block.text).join('');
  if (blocks[0]?.kind === 'prologue') {
    return blankChanges({ text, lines: linesOf(text) }, { inside: new Set(), openEnd: new Set() });
  }
  const unit = unitOf(text);
  const behind: Behind | null = next === undefined ? null : { old: next.blocks[0]?.column ?? 0, column: next.column };
  return unit === null ? [] : formatUnit(unit, column, behind);
}

/** Whether a change lies in what was asked for; entries that have to move move together. */
function isAsked(stretch: Stretch, own: readonly Change[], lines: ReturnType<typeof linesOf>, range: Range) {
  const bounds: Change[] = [];
  let start = 0;
  for (const { text } of stretch.blocks) {
    bounds.push({ start, end: start + text.length, newText: '' });
    start += text.length;
  }
  // A selection that ends at the start of a line holds nothing of it.
  const until = range.end.character === 0 ? Math.max(range.start.line, range.end.line - 1) : range.end.line;
  const touches = ({ start: from, end: to }: Change) => {
    const first = lineAt(lines, stretch.start + from);
    const last = lineAt(lines, Math.max(0, stretch.start + to - 1));
    return first <= until && last >= range.start.line;
  };
  const ends = new Map(own.map((change) => [change.start, change.end]));
  const moves = stretch.blocks.some(({ keyStart, column }, index) => {
    const line = (bounds[index]?.start ?? 0) + keyStart - column;
    return column > 0 && ends.get(line) === line + column;
  });
  if (moves) return () => bounds.some(touches);
  return (change: Change) =>
    bounds.some((bound) => touches(bound) && change.start >= bound.start && change.start < bound.end);
}

/** Blank lines at the end of the file go. */
function endOf({ blocks }: SourceDocument, text: string): Change | null {
  const last = blocks.at(-1);
  if (last === undefined || !isRead(last) || text.trim() === '') return null;
  const said = text.trimEnd().length;
  const newline = text.indexOf('\n', said);
  const start = newline < 0 ? said : newline + 1;
  return start < text.length ? { start, end: text.length, newText: '' } : null;
}

/** Whether the blocks of a text still are what they were. */
function keepsMeaning(document: SourceDocument, text: string): boolean {
  const { blocks } = openDocument(document.uri, text, document.kind);
  return (
    blocks.length === document.blocks.length && blocks.every((block, index) => isSame(document.blocks[index], block))
  );
}

function isSame(before: Block | undefined, after: Block): boolean {
  if (before?.kind !== after.kind || before.key !== after.key || before.depth !== after.depth) return false;
  if ((before.error === null) !== (after.error === null)) return false;
  if (after.kind === 'prologue') return true;
  return after.tree === null ? after.text === before.text : sameMeaning(before, after);
}

function editOf({ start, end, newText }: Change, lines: ReturnType<typeof linesOf>): TextEdit {
  const positionOf = (offset: number): Position => {
    const line = lineAt(lines, offset);
    return { line, character: offset - (lines[line]?.start ?? 0) };
  };
  return { range: { start: positionOf(start), end: positionOf(end) }, newText };
}
