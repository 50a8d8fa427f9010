import { blockScalar } from '../../text/edit/scalars';
import { entryLines, flowText, type StubValue } from './stub-text';

/** A section of a new model. */
export interface NewSection {
  readonly name: string;
  readonly entries: readonly NewEntry[];
  /** What a comment says behind its last entry; empty for nothing. */
  readonly after?: string;
}

export interface NewEntry {
  readonly name: string;
  /** Its one value, or its keys. */
  readonly value: string | readonly (readonly [string, StubValue])[];
  /** What a comment says above it; empty for nothing. */
  readonly comment?: string;
}

/** The text of a new model. `extra` is appended as it is: comments, further entries. */
export function newModel(
  title: string,
  apis: readonly { readonly id: string; readonly spec: string }[],
  extra = '',
): string {
  const lines = ['stridewise: 1', `title: ${blockScalar(title)}`];
  const entries = apis.map(({ id, spec }) => ({ name: id, value: [['spec', spec] as const], fields: [] }));
  if (apis.length > 0) lines.push('', 'apis:', ...entries.flatMap((entry) => entryLines(entry, INDENTS)));
  return `${lines.join('\n')}\n${extra === '' ? '' : `\n${extra.replace(/\n*$/, '\n')}`}`;
}

const INDENTS = { column: 2, step: 2 };

/** The text of a new model with an entry a line, under a comment; sections without entries are left out. */
export function newModelOf(title: string, sections: readonly NewSection[], head: string, tail: string): string {
  const lines = [`# ${commentText(head)}`, 'stridewise: 1', `title: ${blockScalar(title)}`];
  for (const { name, entries, after = '' } of sections.filter((section) => section.entries.length > 0)) {
    lines.push('', `${name}:`, ...entries.flatMap(linesOf));
    if (after !== '') lines.push(`  # ${commentText(after)}`);
  }
  return `${[...lines, '', `# ${commentText(tail)}`].join('\n')}\n`;
}

function linesOf({ name, value, comment = '' }: NewEntry): string[] {
  return [...(comment === '' ? [] : [`  # ${commentText(comment)}`]), `  ${blockScalar(name)}: ${inline(value)}`];
}

/** The value in the entry's own line: in braces where it has keys. */
function inline(value: NewEntry['value']): string {
  if (typeof value === 'string') return blockScalar(value);
  if (value.length === 0) return '{}';
  return flowText({ name: 'x', value, fields: [] }, false).text.slice('x: '.length);
}

/** One line, whatever stood in the text that it was made of. */
function commentText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ');
}
