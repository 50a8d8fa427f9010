import { SECTIONS } from '../../model/schema/sections';
import type { Position, SourceDocument } from '../../text';
import { acceptTemplate, acceptValue, columnBehind, isFirstOnLine } from './accept';
import { type Cursor, cursorAt, lineStartAt } from './cursor';
import type { CompletionItem, CompletionList, Template } from './item';
import { skeletonsOf } from './kinds/entries';
import { keyItems, rootItems } from './kinds/keys';
import { nameSetting, valueSetting } from './settings';
import { type Around, namesBeside, type Slot, slotAt } from './slot';
import { Source, type SourceInput } from './source';
import { entryNameItems, valueItems } from './values';
import { wholeModelItems } from './whole-model';

/** More than these nobody looks through. */
const MOST = 300;

/** So many are looked through at a glance. */
const FEW = 20;

const NONE: CompletionList = { items: [], incomplete: false };

/**
 * What may be written at a position of a model, the most likely first. The text need not parse: what is around the cursor is found by
 * columns, brackets and quotes. Accepted as it is, an item leaves every other entry as it was.
 */
export function completionsFor(document: SourceDocument, position: Position, input: SourceInput): CompletionList {
  const cursor = cursorAt(document, position);
  const slot = cursor === null ? null : slotAt(cursor);
  if (cursor === null || slot === null || isBeforeBrackets(cursor)) return NONE;
  const source = new Source(input, cursor.root);
  return limited(cursor, itemsAt(cursor, slot, source, document.syntax === 'json'));
}

/** Whether what may stand at a position is a file of any kind, so that a host need not list them for nothing. */
export function wantsFiles(document: SourceDocument, position: Position): boolean {
  const cursor = cursorAt(document, position);
  const slot = cursor === null ? null : slotAt(cursor);
  return slot?.kind === 'value' && (slot.key.type.kind === 'evidence' || slot.key.type.kind === 'file');
}

function itemsAt(cursor: Cursor, slot: Slot, source: Source, json: boolean): CompletionItem[] {
  if (slot.kind === 'value') {
    const setting = valueSetting(cursor, slot, json);
    const values = valueItems(source, cursor, slot).map((candidate) => acceptValue(cursor, candidate, setting));
    return [...exchangeable(cursor, values), ...keysBehindList(cursor, slot, source)];
  }
  return namesAt(cursor, slot, source, json);
}

type NameSlot = Slot & { readonly kind: 'root' | 'entry' | 'key' };

function namesAt(cursor: Cursor, slot: NameSlot, source: Source, json: boolean): CompletionItem[] {
  const column = slot.map.flow ? 0 : columnOf(cursor, slot.map.column);
  const setting = nameSetting(cursor, column, json);
  const step = stepOf(cursor);
  const isBare = slot.pair.colon < 0 || isBeforeAnother(cursor, slot);
  const shown = (template: Template) =>
    isBare ? template : { ...template, draft: { ...template.draft, value: [] }, asks: false };
  const accept = (template: Template) =>
    withoutColon(acceptTemplate(cursor, shown(template), setting, { column, step }), isBare);
  const names = namesBeside(slot);
  if (slot.kind === 'root') {
    const roots = rootItems(source, names).filter(({ draft }) => isBare || draft.name !== '');
    return withWhole(roots.map(accept), isBare && !json ? wholeModelItems(cursor, source) : []);
  }
  if (slot.kind === 'key') {
    const keys = keyItems(source, slot, slot.keys, names).map(accept);
    return isBare ? [...keys, ...nextEntries(cursor, slot, source), ...nextSections(cursor, slot, source)] : keys;
  }
  const entryNames = entryNameItems(source, cursor, slot).map((item) => acceptValue(cursor, item, setting));
  // Behind its first word a name is a flow or a statement of somebody's own.
  if (!isBare || /\S\s/.test(cursor.before)) return entryNames;
  const skeletons = skeletonsOf(source, slot.section?.name ?? '').map(accept);
  return [...skeletons, ...entryNames, ...nextSections(cursor, slot, source)];
}

/** What an empty file may become, behind the few lines that every model begins with. */
function withWhole([first, ...rest]: readonly CompletionItem[], whole: readonly CompletionItem[]): CompletionItem[] {
  return [...(first === undefined ? [] : [first]), ...whole, ...rest];
}

/** Whether brackets follow that would no longer stand alone. */
function isBeforeBrackets({ isName, steps, behind }: Cursor): boolean {
  return isName && steps.at(-1)?.map.flow === false && /^[[{]/.test(behind);
}

/** A word that is one of a few already may be exchanged for each of the others, whatever letters they have. */
function exchangeable(
  { before, behind, text, lineStart, offset }: Cursor,
  items: readonly CompletionItem[],
): CompletionItem[] {
  const isChosen = behind === '' && before !== '' && items.length <= FEW && items.some(({ label }) => label === before);
  if (!isChosen) return [...items];
  const line = text.slice(lineStart, offset);
  return items.map((item) => ({ ...item, filterText: line.slice(item.edit.range.start.character) }));
}

/** Whether the colon is that of another key in the same brackets, with no comma between. */
function isBeforeAnother({ scalar, behind }: Cursor, { map, section, kind }: NameSlot): boolean {
  const isOneWord = kind !== 'entry' || section?.entries === 'id';
  return map.flow && isOneWord && scalar.quote === '' && /^\S*\s+\S/.test(behind);
}

/** A name that has its colon already. */
function withoutColon(item: CompletionItem, isBare: boolean): CompletionItem {
  if (isBare) return item;
  return { ...item, edit: { ...item.edit, newText: item.edit.newText.replace(/:$/, '') }, fields: [] };
}

/** The entry's keys at a list's end, where the next thing to write may as well be one of these. */
function keysBehindList(cursor: Cursor, slot: Slot & { kind: 'value' }, source: Source): CompletionItem[] {
  const step = cursor.steps.at(-1);
  const isAtEnd = slot.bare && cursor.list !== null && cursor.list.items.at(-1)?.node === cursor.scalar;
  if (!isAtEnd || step === undefined || slot.section === null || step.map.flow) return [];
  const column = step.map.column;
  if (columnBehind(cursor) > column || !isFirstOnLine(cursor) || slot.section.entries === null) return [];
  const names = new Set(step.map.pairs.map(({ name }) => name.text));
  return dedented(cursor, column, keyItems(source, slot, slot.section.keys, names));
}

/** New entries behind the one at the cursor, where nothing of it follows. */
function nextEntries(cursor: Cursor, slot: Around & { kind: string }, source: Source): CompletionItem[] {
  const section = cursor.steps[1]?.map;
  const isEntry = cursor.steps.length === 3 && slot.section !== null && slot.section.entries !== null;
  if (!isEntry || section === undefined || section.flow || cursor.steps[2]?.map.flow === true) return [];
  const hasKeys = (cursor.steps[2]?.map.pairs.length ?? 0) > 1;
  if (!hasKeys || columnBehind(cursor) > section.column || !isFirstOnLine(cursor)) return [];
  return dedented(cursor, section.column, skeletonsOf(source, slot.section?.name ?? ''));
}

/** New root keys behind the section at the cursor, where nothing of it follows. */
function nextSections(cursor: Cursor, { keys }: NameSlot, source: Source): CompletionItem[] {
  const root = cursor.steps[0]?.map;
  const own = cursor.steps.at(-1)?.map;
  if (root === undefined || own === undefined || root === own || root.flow || own.flow) return [];
  if (own.pairs.length < 2 || columnBehind(cursor) > root.column || !isFirstOnLine(cursor)) return [];
  // Each of them costs a look at the whole model: only what the typed letters may mean.
  const others = SECTIONS.filter(({ name }) => !isWithin(cursor.before.toLowerCase(), name.toLowerCase()));
  const names = new Set([...root.pairs.map(({ name }) => name.text), ...[...keys, ...others].map(({ name }) => name)]);
  const sections = rootItems(source, names).filter(({ draft }) => draft.name !== '');
  return dedented(cursor, root.column, sections);
}

function dedented(cursor: Cursor, column: number, templates: readonly Template[]): CompletionItem[] {
  const setting = { style: { flow: false, json: false }, column, before: '', behind: '' };
  return templates.map((template) => acceptTemplate(cursor, template, setting, { column, step: stepOf(cursor) }));
}

/** The column of keys: where those beside it stand, else where the cursor does. */
function columnOf(cursor: Cursor, column: number): number {
  return isFirstOnLine(cursor) ? column : cursor.scalar.start - cursor.lineStart;
}

/** How far the model sets in. */
function stepOf({ root }: Cursor): number {
  if (root.kind !== 'map') return 2;
  for (const { value } of root.pairs) {
    if (value?.kind === 'map' && !value.flow && value.column > root.column) return value.column - root.column;
  }
  return 2;
}

/** The items that typed letters may mean, as many as anybody looks through; of too many those first that have them in one piece. */
function limited({ text, offset }: Cursor, items: readonly CompletionItem[]): CompletionList {
  const line = text.slice(lineStartAt(text, offset), offset);
  const typed = ({ edit }: CompletionItem) => line.slice(edit.range.start.character).toLowerCase();
  const fitting = items.filter((item) => isWithin(typed(item), item.filterText.toLowerCase()));
  if (fitting.length <= MOST) return { items: fitting, incomplete: false };
  const isWhole = (item: CompletionItem) => item.filterText.toLowerCase().includes(typed(item));
  const whole = fitting.filter(isWhole);
  const rest = fitting.filter((item) => !isWhole(item));
  return { items: [...whole, ...rest].slice(0, MOST), incomplete: true };
}

/** Whether the letters come in this order in the text. */
function isWithin(letters: string, text: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
