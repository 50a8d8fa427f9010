import type { Position, Range } from '../text';

/**
 * A text to insert as an LSP snippet: its fields become tab stops in their order, everything else stands for itself.
 * @param start where it is inserted
 * @param fields ranges in the text after the insertion
 */
export function snippetOf(newText: string, start: Position, fields: readonly Range[]): string {
  const lines = [0];
  for (let at = newText.indexOf('\n'); at !== -1; at = newText.indexOf('\n', at + 1)) lines.push(at + 1);
  const offsetOf = ({ line, character }: Position) =>
    (lines[line - start.line] ?? newText.length) + character - (line === start.line ? start.character : 0);
  return snippetWith(
    newText,
    fields.map((field) => [offsetOf(field.start), offsetOf(field.end)]),
  );
}

/** The same with the fields as offsets in the text. */
export function snippetWith(newText: string, fields: readonly (readonly [start: number, end: number])[]): string {
  let last = 0;
  const parts = fields.map(([start, end], index) => {
    const before = newText.slice(last, start);
    last = end;
    const written = literal(newText.slice(start, end));
    return `${literal(before)}${written === '' ? `$${index + 1}` : `\${${index + 1}:${written}}`}`;
  });
  return parts.join('') + literal(newText.slice(last));
}

function literal(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
