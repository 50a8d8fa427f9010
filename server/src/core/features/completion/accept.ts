import type { Position, TextEdit } from '../../text';
import type { Field } from '../snippet';
import { type Cursor, nextColumn, place } from './cursor';
import type { Candidate, CompletionItem, Draft, Rendered, Template } from './item';
import { escaped, isPlain, type Style, scalarText } from './quoting';
import { type Indents, renderDrafts } from './render-draft';
import { lineEndFrom } from './sketch/scalars';

/** What takes the place of a stretch of the text. */
interface Change extends Rendered {
  readonly start: number;
  readonly end: number;
}

/** How what is inserted is written at the cursor. */
export interface Setting {
  readonly style: Style;
  /** The column at which a line must begin, where it is the line's first word; null where it stands right. */
  readonly column: number | null;
  /** Comes before it: a dash, the blank behind a colon, a comma. */
  readonly before: string;
  /** Comes behind it: a comma. */
  readonly behind: string;
}

/** A value in the place of the one at the cursor, or of a stretch of it, in quotes where it must be. */
export function acceptValue(cursor: Cursor, candidate: Candidate, setting: Setting): CompletionItem {
  const { scalar, before, behind } = cursor;
  const written = before + behind;
  const [from, to] = candidate.span ?? [0, written.length];
  const full = written.slice(0, from) + candidate.text + written.slice(to);
  const start = scalar.start;
  const quote = scalar.quote;
  if (candidate.inBrackets !== undefined) {
    const rendered = { start, end: start + written.length, ...candidate.inBrackets(setting.style) };
    return itemOf(cursor, candidate, 0, wrapped(cursor, rendered, setting));
  }
  if (quote !== '') {
    const rest = scalar.closed ? '' : written.slice(to) + quote;
    const text = escaped(candidate.text, quote) + rest;
    const end = scalar.closed ? start + to : place(cursor, scalar.end);
    return itemOf(cursor, candidate, from, { start: start + from, end, text, fields: [] });
  }
  const isWord = isPlain(full.trimEnd(), setting.style) || (candidate.isNumber === true && !setting.style.json);
  if (isWord && setting.before === '' && setting.behind === '' && setting.column === null) {
    return itemOf(cursor, candidate, from, { start: start + from, end: start + to, text: candidate.text, fields: [] });
  }
  const text = isWord ? full : scalarText(full.trimEnd(), setting.style, candidate.isNumber);
  return itemOf(
    cursor,
    candidate,
    from,
    wrapped(cursor, { start, end: start + written.length, text, fields: [] }, setting),
  );
}

/** A key or an entry in the place of the name at the cursor; where a colon stands behind it, the name alone. */
export function acceptTemplate(cursor: Cursor, template: Template, setting: Setting, indents: Indents): CompletionItem {
  const { scalar, before, behind } = cursor;
  const typed = /^\S*/.exec(behind)?.[0].length ?? 0;
  const start = scalar.start - (scalar.quote === '' ? 0 : 1);
  const end = scalar.start + before.length + (scalar.quote === '' ? typed : behind.length + (scalar.closed ? 1 : 0));
  const { text, fields } = renderDrafts(draftsOf(template.draft), setting.style, indents);
  const written = { start, end, text, fields };
  return itemOf(cursor, template, 0, wrapped(cursor, written, setting));
}

/** Several keys in the place of one: a draft without a name holds them. */
function draftsOf(draft: Draft): readonly Draft[] {
  return draft.name === '' && Array.isArray(draft.value) ? draft.value : [draft];
}

function wrapped(cursor: Cursor, { start, end, text, fields }: Change, { before, behind, column }: Setting): Change {
  const lead = (column === null ? '' : ' '.repeat(column)) + before;
  return {
    start: column === null ? start : cursor.lineStart,
    end,
    text: lead + text + behind,
    fields: fields.map((field) => moved(field, lead.length, lead.length)),
  };
}

type Shown = Pick<Candidate, 'label' | 'kind' | 'detail' | 'filter' | 'about' | 'asks'>;

function itemOf(cursor: Cursor, shown: Shown, from: number, change: Change): CompletionItem {
  const { scalar, text } = cursor;
  const wordStart = Math.max(change.start, scalar.start + from);
  const { label, kind, detail = '', filter = label, about = null, asks = false } = shown;
  return {
    label,
    kind,
    detail,
    filterText: text.slice(change.start, wordStart) + filter,
    edit: editOf(cursor, change),
    fields: breaks(cursor, change),
    asks,
    about,
  };
}

function editOf(cursor: Cursor, { start, end, text }: Change): TextEdit {
  const newline = newlineOf(cursor);
  return {
    range: { start: positionIn(cursor, start), end: positionIn(cursor, Math.max(end, cursor.offset)) },
    newText: newline === '\n' ? text : text.replaceAll('\n', newline),
  };
}

/** The fields where line breaks take two characters. */
function breaks(cursor: Cursor, { text, fields }: Change): Change['fields'] {
  if (newlineOf(cursor) === '\n') return fields;
  const added = (to: number) => text.slice(0, to).split('\n').length - 1;
  return fields.map((field) => moved(field, added(field[0]), added(field[1])));
}

function moved([from, to, choices]: Field, start: number, end: number): Field {
  return choices === undefined ? [from + start, to + end] : [from + start, to + end, choices];
}

export function newlineOf({ text }: Cursor): string {
  const end = lineEndFrom(text, 0);
  return text[end] === '\r' ? '\r\n' : '\n';
}

/** Every change is one of the cursor's line. */
function positionIn({ line, lineStart }: Cursor, offset: number): Position {
  return { line, character: offset - lineStart };
}

/** Whether the cursor's word is the first of its line. */
export function isFirstOnLine({ scalar, lineStart, indent }: Cursor): boolean {
  return scalar.start - (scalar.quote === '' ? 0 : 1) === lineStart + indent;
}

/** The column of the line that follows the cursor's; -1 at the end. */
export function columnBehind({ text, offset }: Cursor): number {
  return nextColumn(text, lineEndFrom(text, offset) + 1);
}
