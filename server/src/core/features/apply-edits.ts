import type { Position, TextEdit } from '../text';
import { lineStarts } from '../text/lines';

/** A text after edits that do not overlap, as an editor would apply them. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const starts = [0, ...lineStarts(text)];
  const offsetOf = ({ line, character }: Position) => Math.min(text.length, (starts[line] ?? text.length) + character);
  const ordered = edits.map((edit, index) => ({ edit, index, start: offsetOf(edit.range.start) }));
  ordered.sort((a, b) => b.start - a.start || b.index - a.index);
  return ordered.reduce(
    (rest, { edit, start }) => rest.slice(0, start) + edit.newText + rest.slice(offsetOf(edit.range.end)),
    text,
  );
}
