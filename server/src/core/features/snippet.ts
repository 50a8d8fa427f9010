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
  let end = 0;
  const parts = fields.map((field, index) => {
    const before = newText.slice(end, offsetOf(field.start));
    end = offsetOf(field.end);
    return `${literal(before)}\${${index + 1}:${literal(newText.slice(offsetOf(field.start), end))}}`;
  });
  return parts.join('') + literal(newText.slice(end));
}

function literal(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
