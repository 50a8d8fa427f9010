import type { KeyDefinition, SectionDefinition } from '../../model';
import { sectionNamed } from '../../model/schema/sections';
import { keysWithin } from '../../model/words/words-of';
import type { Cursor, Step } from './cursor';
import { textIn, valueAt } from './sketch/read-sketch';
import type { SketchMap, SketchNode, SketchPair } from './sketch/types';

/** Around a place of a model: the section and the entry that it stands in. */
export interface Around {
  readonly section: SectionDefinition | null;
  /** The id under which the entry stands, and what is written in it. */
  readonly entryId: string;
  readonly entry: SketchNode | null;
}

/** What may stand at the cursor. */
export type Slot =
  /** The name of a root key, of an entry, of a key. */
  | (Around & { readonly kind: 'root' | 'entry' | 'key'; readonly keys: readonly KeyDefinition[] } & Step)
  /** A value; `bare`: on a line of its own, where a list would need a dash. */
  | (Around & { readonly kind: 'value'; readonly key: KeyDefinition; readonly bare: boolean });

const NOWHERE: Around = { section: null, entryId: '', entry: null };

/** What may stand at the cursor by the language's schema; null where nothing is known of it. */
export function slotAt(cursor: Cursor): Slot | null {
  const { steps, isName } = cursor;
  const [root, entry] = steps;
  if (root === undefined) return null;
  if (steps.length === 1 && isName) return named('root', NOWHERE, [], root);
  const section = sectionNamed(root.pair.name.text);
  if (section === undefined) return null;
  const around: Around = { ...NOWHERE, section };
  if (section.value !== null) return valueSlot(cursor, around, section.value, steps.length > 1);
  if (section.entries === null)
    return withinEntry(cursor, { ...around, entry: root.pair.value }, section.keys, steps.slice(1));
  if (entry === undefined) return null;
  if (steps.length === 2 && isName) return named('entry', around, section.keys, entry);
  const within = { section, entryId: entry.pair.name.text, entry: entry.pair.value };
  return withinEntry(cursor, within, section.keys, steps.slice(2));
}

/** Inside an entry: a key, the value of one, or what the entry may be instead of a map. */
function withinEntry(
  cursor: Cursor,
  around: Around,
  keys: readonly KeyDefinition[],
  rest: readonly Step[],
): Slot | null {
  const [first, second] = rest;
  if (first === undefined) {
    const short = keys.find(({ name }) => name === around.section?.shorthand);
    return short === undefined ? null : valueSlot(cursor, around, short, false);
  }
  if (rest.length === 1 && cursor.isName) return named('key', around, keys, first);
  const key = keys.find(({ name }) => name === first.pair.name.text);
  if (key === undefined) return null;
  if (second === undefined) return valueSlot(cursor, around, key, false);
  const inner = keysWithin(key.type);
  if (rest.length > 2) return null;
  if (cursor.isName) {
    if (inner.length === 0) return valueSlot(cursor, around, key, true);
    return named('key', around, inner, second);
  }
  const nested = inner.find(({ name }) => name === second.pair.name.text);
  return nested === undefined ? null : valueSlot(cursor, around, nested, false);
}

function named(kind: 'root' | 'entry' | 'key', around: Around, keys: readonly KeyDefinition[], step: Step): Slot {
  return { kind, keys, ...around, ...step };
}

function valueSlot(cursor: Cursor, around: Around, key: KeyDefinition, alone: boolean): Slot | null {
  const isLoose = cursor.isName;
  if (isLoose && cursor.steps.at(-1)?.pair.colon !== -1) return null;
  return { kind: 'value', ...around, key, bare: key.many && (alone ? isLoose : !cursor.marked) };
}

/** The names that stand beside the one at the cursor. */
export function namesBeside({
  map,
  pair,
}: {
  readonly map: SketchMap;
  readonly pair: SketchPair;
}): ReadonlySet<string> {
  return new Set(map.pairs.filter((other) => other !== pair && other.colon >= 0).map(({ name }) => name.text));
}

/** The text of a key of the entry at the cursor. */
export function textOfKey({ entry }: Around, key: string): string {
  return textIn(valueAt(entry, key));
}
