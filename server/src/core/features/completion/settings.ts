import { isFirstOnLine, type Setting } from './accept';
import { type Cursor, place } from './cursor';
import type { Slot } from './slot';

/** How a value is written at the cursor: with a dash on a line of its own, with a blank behind a colon. */
export function valueSetting(cursor: Cursor, slot: Slot & { kind: 'value' }, json: boolean): Setting {
  const flow = isFlow(cursor);
  const style = { flow, json };
  if (flow) return { style, column: null, before: glueBefore(cursor) + comma(cursor), behind: commaBehind(cursor) };
  if (!slot.bare || !isFirstOnLine(cursor)) return { style, column: null, before: glueBefore(cursor), behind: '' };
  const column = cursor.list?.column ?? cursor.steps.at(-1)?.map.column ?? cursor.indent;
  return { style, column: column === cursor.indent ? null : column, before: '- ', behind: '' };
}

/** How a name is written at the cursor: at the column of those beside it. */
export function nameSetting(cursor: Cursor, column: number, json: boolean): Setting {
  const flow = isFlow(cursor);
  const style = { flow, json };
  if (flow) return { style, column: null, before: comma(cursor), behind: commaBehind(cursor) };
  const isOff = isFirstOnLine(cursor) && column !== cursor.indent;
  return { style, column: isOff ? column : null, before: '', behind: '' };
}

function isFlow({ steps, list }: Cursor): boolean {
  return list?.flow ?? steps.at(-1)?.map.flow ?? false;
}

/** A value that touches its colon is none. */
function glueBefore({ steps, scalar, list, isName }: Cursor): string {
  const colon = steps.at(-1)?.pair.colon ?? -1;
  return !isName && list === null && colon >= 0 && colon + 1 === scalar.start && scalar.quote === '' ? ' ' : '';
}

/** The comma that is missing before the cursor in brackets. */
function comma({ text, scalar }: Cursor): string {
  const before = text.slice(0, scalar.start - (scalar.quote === '' ? 0 : 1)).trimEnd();
  return /[,[{:]$/.test(before) || before === '' ? '' : ', ';
}

/** The comma that is missing behind it. */
function commaBehind(cursor: Cursor): string {
  const { text, scalar, behind } = cursor;
  if (scalar.quote === '' && cursor.isName && /^\S*\s+\S/.test(behind)) return ',';
  const end = place(cursor, scalar.end) + (scalar.quote !== '' && scalar.closed ? 1 : 0);
  const next = /\S/.exec(text.slice(end, end + 500))?.[0] ?? '}';
  return /[,\]}:#]/.test(next) ? '' : ',';
}
