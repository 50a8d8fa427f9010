import { kindOf, type SourceDocument, type TextEdit } from '../../text';
import { editDocument } from '../../text/edit';
import { carriedBy } from '../read/anchors';
import { placeOf, rootPairs } from '../read/cells';

/** The edit that makes a day the model's last review, or why it cannot be made. */
export type ReviewEdit = TextEdit | { readonly refused: string };

/** Writes `reviewed`, over the day that stands there or behind the version; every other byte stays. */
export function setReviewed(document: SourceDocument, day: string): ReviewEdit {
  const roots = rootPairs(document);
  const pair = ['reviewed', 'stridewise'].flatMap((key) => roots.find((root) => root.key === key) ?? [])[0];
  if (pair === undefined) return { refused: 'The file has no `stridewise` that reads' };
  const { key, value } = pair;
  if (kindOf(value.block, value.node) !== 'scalar') return { refused: `The value of \`${key}\` is no text` };
  if (carriedBy(document, placeOf(value)) !== null) return { refused: `An alias repeats what \`${key}\` says` };
  const edited = editDocument(document, [{ kind: 'set', path: ['reviewed'], value: day, after: 'stridewise' }]);
  return edited?.edits[0] ?? { refused: `The value of \`${key}\` cannot be changed as it is written` };
}
