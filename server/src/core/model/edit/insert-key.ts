import type { SourceDocument, TextEdit } from '../../text';
import { editDocument } from '../../text/edit';

/** The edit that gives an entry a key of one word; null where the entry is not there, has no keys, or is told by its other keys alone. */
export function insertKey(
  document: SourceDocument,
  { section, entry }: { readonly section: string; readonly entry: string },
  key: string,
  value: string,
): TextEdit | null {
  return editDocument(document, [{ kind: 'set', path: [section, entry, key], value }])?.edits[0] ?? null;
}
