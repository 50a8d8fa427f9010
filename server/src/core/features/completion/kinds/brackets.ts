import type { KeyDefinition } from '../../../model';
import { LEVELS } from '../../../model/schema/common';
import type { Level } from '../../../model/types';
import { owaspLevel, SCORE_OF_WORD } from '../../../risk/owasp-rating';
import type { Cursor } from '../cursor';
import type { Candidate } from '../item';
import { scalarText } from '../quoting';
import { renderDrafts } from '../render-draft';
import type { Source } from '../source';
import { defaultOf } from './defaults';

/** Keys of a map that stand in brackets behind their key: the first two, and the others. */
export function mapItems(source: Source, keys: readonly KeyDefinition[]): Candidate[] {
  return [keys.slice(0, 2), keys.slice(2)]
    .filter((part) => part.length > 0)
    .map((part) => {
      const drafts = part.map((key) => ({ name: key.name, value: defaultOf(source, key) }));
      const label = `{ ${part.map(({ name }) => name).join(', ')} }`;
      return {
        label,
        kind: 'text',
        text: label,
        detail: part.map(({ doc }) => doc).join(' '),
        filter: `${label} ${part.map(({ name }) => name).join(' ')}`,
        inBrackets: ({ json }) => {
          const { text, fields } = renderDrafts(drafts, { flow: true, json }, { column: 0, step: 0 });
          return { text: `{ ${text} }`, fields: fields.map(([from, to, ...rest]) => [from + 2, to + 2, ...rest]) };
        },
      };
    });
}

/** Whole matrices to begin with: what the method's own table comes to, and one that is a level stricter. */
export function matrixItems(cursor: Cursor): Candidate[] {
  return [matrixItem(cursor, 'as the method has it', 0), matrixItem(cursor, 'stricter', 1)];
}

function matrixItem({ steps }: Cursor, label: string, more: number): Candidate {
  const column = (steps.at(-1)?.map.column ?? 0) + 2;
  return {
    label,
    kind: 'text',
    text: label,
    detail: 'five rows, impact from the highest, of five levels, likelihood from the lowest',
    inBrackets: (style) => {
      const rows = matrixWith(more).map((row) => `[${row.map((level) => scalarText(level, style)).join(', ')}]`);
      // A row a line, where lines count for nothing else.
      return { text: `[${rows.join(style.flow || style.json ? ', ' : `,\n${' '.repeat(column)}`)}]`, fields: [] };
    },
  };
}

function matrixWith(more: number): Level[][] {
  const middles = LEVELS.map((level) => SCORE_OF_WORD[level]);
  return middles.toReversed().map((impact) =>
    middles.map((likelihood) => {
      const at = LEVELS.indexOf(owaspLevel(likelihood, impact)) + more;
      return LEVELS[Math.min(at, LEVELS.length - 1)] ?? 'critical';
    }),
  );
}
