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

/** A stretch of a text to be filled in, by its offsets, with the words that it may be where those are known. */
export type Field = readonly [start: number, end: number, choices?: readonly string[]];

/** The same with the fields as offsets in the text. What may be one of some words is a choice, which an editor shows. */
export function snippetWith(newText: string, fields: readonly Field[]): string {
  let last = 0;
  const parts = fields.map(([start, end, choices = []], index) => {
    const before = newText.slice(last, start);
    last = end;
    return literal(before) + stopOf(index + 1, newText.slice(start, end), choices);
  });
  return parts.join('') + literal(newText.slice(last));
}

function stopOf(number: number, written: string, choices: readonly string[]): string {
  if (written === '') return `$${number}`;
  if (choices.length < 2) return `\${${number}:${literal(written)}}`;
  const words = [written, ...choices.filter((word) => word !== written)];
  return `\${${number}|${words.map((word) => word.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;
}

function literal(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
