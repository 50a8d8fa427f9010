import { codeSpan, escapeMarkdown } from '../../core';

/** A table of Markdown; the cells are Markdown already. */
export function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A text as code in Markdown; as words where it has a sign that no code in a table can have. */
export function codeOf(text: string): string {
  return text.trim() === '' || /[|`\\]/.test(text) ? words(text) : codeSpan(text);
}

/** A text as words in Markdown: nothing in it links, formats or breaks the line. */
export function words(text: string): string {
  return escapeMarkdown(text);
}
