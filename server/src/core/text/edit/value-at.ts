import type { SourceDocument } from '../document';
import { type Cell, cellAt, itemsOf, kindAt, membersOf, type Path, textOfCell } from './cells';
import type { Value } from './change';

/** What stands at a path, its scalars as their texts; null where there is nothing, or an alias. */
export function valueAt(document: SourceDocument, path: Path): Value {
  const cell = cellAt(document, path);
  return cell === null ? null : valueIn(document, cell);
}

function valueIn(document: SourceDocument, cell: Cell): Value {
  const kind = kindAt(document, cell);
  if (kind === 'sequence') return itemsOf(document, cell).map((item) => valueIn(document, item));
  if (kind !== 'map') return textOfCell(document, cell) ?? null;
  return Object.fromEntries(membersOf(document, cell).map(({ key, value }) => [key, valueIn(document, value)]));
}
