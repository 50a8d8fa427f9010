import { rangeOf, type SourceDocument, type TextEdit } from '../../text';
import { pairsOf, rootPairs } from '../read/cells';
import { insertKeys } from '../read/insert-keys';

/** The edit that gives an entry a key of one word; null where the entry is not there, has no keys, or is told by its other keys alone. */
export function insertKey(
  document: SourceDocument,
  { section, entry }: { readonly section: string; readonly entry: string },
  key: string,
  value: string,
): TextEdit | null {
  const root = rootPairs(document).find((pair) => pair.key === section);
  const pair = (root?.children ?? (root === undefined ? [] : pairsOf(root.value))).find(({ key: id }) => id === entry);
  const [change] = (pair === undefined ? null : insertKeys(pair, [key], value))?.also ?? [];
  const range = change === undefined ? null : rangeOf(document, change.at);
  return change === undefined || range === null ? null : { range, newText: change.newText };
}
