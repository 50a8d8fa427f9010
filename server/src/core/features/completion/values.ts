import { categoryOf, type KeyDefinition } from '../../model';
import type { Cursor } from './cursor';
import type { Candidate } from './item';
import { mapItems, matrixItems } from './kinds/brackets';
import * as names from './kinds/catalogue-names';
import { choiceItems } from './kinds/choices';
import { controlItems } from './kinds/control-names';
import { fileItems } from './kinds/files';
import { flowNameItems } from './kinds/flow-names';
import { idItems } from './kinds/ids';
import { type PlaceKinds, placeItems } from './kinds/places';
import { fieldItems, schemaItems } from './kinds/specification-names';
import { statementItems } from './kinds/statements';
import { textItems } from './kinds/texts';
import { dateItems, durationItems, percentageItems } from './kinds/times';
import { vectorItems } from './kinds/vectors';
import { textIn } from './sketch/read-sketch';
import type { Around, Slot } from './slot';
import type { Source } from './source';

type ValueSlot = Slot & { readonly kind: 'value' };

/** What may be the value at the cursor. */
export function valueItems(source: Source, cursor: Cursor, slot: ValueSlot): Candidate[] {
  const { key } = slot;
  const { type } = key;
  const written = cursor.before + cursor.behind;
  const at = cursor.before.length;
  const taken = takenBeside(cursor);
  switch (type.kind) {
    case 'word':
      return choiceItems(type, key.name);
    case 'id':
      return idItems(source, type.of, taken);
    case 'where':
      return placeItems(source, written, 0, at, placeKinds(key.name));
    case 'statement':
      return statementItems(source, written, at, slot, placeKinds(key.name));
    case 'numbers':
      return vectorItems(type.factors, written, at, slot);
    case 'text':
      return textItems(source, key, taken);
    case 'map':
      return cursor.scalar.quote === '' ? mapItems(source, type.keys) : [];
    case 'matrix':
      return cursor.scalar.quote === '' ? matrixItems(cursor) : [];
    default:
      return catalogueItems(source, key, slot, taken);
  }
}

function catalogueItems(source: Source, key: KeyDefinition, around: Around, taken: ReadonlySet<string>): Candidate[] {
  switch (key.type.kind) {
    case 'category':
      return names.categoryItems(new Set([...taken].flatMap((word) => categoryOf(word) ?? [])));
    case 'rule':
      return names.ruleItems(source, taken);
    case 'control':
      return controlItems(source, around);
    case 'attack':
      return names.techniqueItems(around, taken);
    case 'owasp':
      return names.owaspItems(around, taken);
    case 'cwe':
      return names.weaknessItems(around, taken);
    case 'date':
      return dateItems(source.today, key.name);
    case 'duration':
      return durationItems();
    case 'percentage':
      return percentageItems();
    case 'schema':
      return schemaItems(source, taken);
    case 'field':
      return fieldItems(source, taken);
    case 'spec':
    case 'model':
    case 'file':
    case 'evidence':
      return fileItems(source, key.type, taken);
    default:
      return [];
  }
}

/** Names of entries that are more than an id: flows, statements and rules. */
export function entryNameItems(source: Source, cursor: Cursor, slot: Slot): Candidate[] {
  const written = cursor.before + cursor.behind;
  const at = cursor.before.length;
  switch (slot.section?.entries) {
    case 'flow':
      return flowNameItems(source, written, at);
    case 'statement':
      return statementItems(
        source,
        written,
        at,
        { ...slot, entry: null },
        { sections: ['components', 'goals', 'data', 'businessFlows'], isFirst: () => false },
      );
    case 'rule':
      return names.ruleItems(source, new Set());
    default:
      return [];
  }
}

/** Root keys whose entries a place may name, by the key that it stands for. */
const SECTIONS_OF: Readonly<Record<string, readonly string[]>> = {
  protects: ['data', 'businessFlows', 'components', 'goals'],
  affects: ['components', 'actors'],
  covers: ['threats', 'components', 'actors', 'goals', 'data', 'businessFlows'],
  except: ['threats', 'components', 'actors', 'goals', 'data', 'businessFlows'],
};

function placeKinds(key: string): PlaceKinds {
  return { sections: SECTIONS_OF[key] ?? [], isFirst: () => false };
}

/** What the list at the cursor names already. */
function takenBeside({ list, scalar }: Cursor): ReadonlySet<string> {
  const others = (list?.items ?? []).filter(({ node }) => node !== scalar);
  return new Set(others.map(({ node }) => textIn(node)).filter((text) => text !== ''));
}
