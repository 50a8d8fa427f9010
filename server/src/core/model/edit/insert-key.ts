import { kindOf, type SourceDocument, type TextEdit } from '../../text';
import { type Change, editDocument, type Value } from '../../text/edit';
import { itemsOf, pairsUnder, textAt } from '../read/cells';
import { sectionNamed } from '../schema/sections';

/** Names an entry of a model. */
export interface EntryName {
  readonly section: string;
  readonly entry: string;
}

/** The edit that gives an entry a key of one word; null where the entry is not there, has no keys, or is told by its other keys alone. */
export function insertKey(document: SourceDocument, name: EntryName, key: string, value: string): TextEdit | null {
  return editDocument(document, [setKey(document, name, key, value)])?.edits[0] ?? null;
}

/** The change that gives an entry a key. One that is written as a single value, as in `store: ./openapi.yaml`, gets the key of that value too. */
export function setKey(document: SourceDocument, { section, entry }: EntryName, key: string, value: Value): Change {
  const short = shortValue(document, { section, entry });
  if (short === null) return { kind: 'set', path: [section, entry, key], value };
  return { kind: 'set', path: [section, entry], value: { ...short, [key]: value } };
}

/** What an entry of a single value says, by the key that it is short for; null for one that has keys. */
function shortValue(document: SourceDocument, { section, entry }: EntryName): Record<string, Value> | null {
  const shorthand = sectionNamed(section)?.shorthand ?? '';
  const found = pairsUnder(document, section).find((one) => one.key === entry);
  if (shorthand === '' || found === undefined) return null;
  const { value } = found;
  if (kindOf(value.block, value.node) === 'map') return null;
  const texts = itemsOf(value).map(textAt);
  return { [shorthand]: kindOf(value.block, value.node) === 'sequence' ? texts : (texts[0] ?? '') };
}
