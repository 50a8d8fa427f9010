import { type CoverageRow, type Overview, type OverviewApi, WIRE_STATES, type WireState } from '../protocol';
import type { Markup } from './markup';
import { box, clipped, type Links, linked, picture, text } from './shapes';
import { CATEGORIES, STATE_SIGNS, STATE_WORDS, squaresOf } from './squares';

const NAME = { width: 360, most: 52 } as const;
const SQUARE = { width: 90, height: 20 } as const;
const ROW = 24;
const HEAD = 44;
const API = 34;

/** The coverage of operations as a picture: a row for each, a square for each category. `apis`: those that are drawn. */
export function heatMapPicture({ apis }: Pick<Overview, 'apis'>, links: Links = 'none'): Markup {
  const rows = apis.reduce((sum, api) => sum + api.rows.length, 0);
  const height = HEAD + apis.length * API + rows * ROW + 56;
  const width = NAME.width + CATEGORIES.length * (SQUARE.width + 4) + 24;
  let y = HEAD;
  const parts = apis.flatMap((api) => {
    const top = y;
    y += API + api.rows.length * ROW;
    return apiAt(api, top, links);
  });
  const label = `Coverage of ${rows} operations by the six categories of STRIDE`;
  return picture({ width, height }, label, links, [...heads(), ...parts, ...legend(height)]);
}

const columnAt = (index: number) => NAME.width + index * (SQUARE.width + 4);

function heads(): Markup[] {
  return CATEGORIES.map(([, name], index) => text(columnAt(index) + SQUARE.width / 2, 28, name, 'sw-strong sw-middle'));
}

function apiAt({ name, at, rows }: OverviewApi, y: number, links: Links): Markup[] {
  const head = linked({ label: `API ${name}`, at }, links, [text(16, y + 22, clipped(name, NAME.most), 'sw-strong')]);
  return [head, ...rows.flatMap((row, index) => rowAt(row, y + API + index * ROW, links))];
}

function rowAt(row: CoverageRow, y: number, links: Links): Markup[] {
  const { name, at } = row;
  return [
    linked({ label: name, at }, links, [text(16, y + 15, clipped(name, NAME.most))]),
    ...squaresOf(row).map((square, index) => {
      const x = columnAt(index);
      const target = {
        label: `${square.sign} ${name}, ${CATEGORIES[index]?.[1]}: ${square.words}`,
        at,
        threat: square.threat,
      };
      return linked(target, links, [
        box({ x, y: y + 1, ...SQUARE }, `${square.box} sw-hit`, 4),
        text(x + SQUARE.width / 2, y + 15, square.sign, `sw-small sw-strong sw-middle ${square.text}`.trim()),
      ]);
    }),
  ];
}

/** States that the legend leaves out: an open threat shows the letter of its level, and the others explain themselves. */
const PLAIN: readonly WireState[] = ['threatened', 'silenced', 'not-applicable'];
const TOLD = WIRE_STATES.filter((state) => !PLAIN.includes(state));

function legend(height: number): Markup[] {
  const levels = 'C, H, M, L, N: an open threat of level critical, high, medium, low, note';
  const states = TOLD.map((state) => `${STATE_SIGNS[state]} ${STATE_WORDS[state]}`).join('   ');
  return [text(16, height - 30, levels, 'sw-small sw-muted'), text(16, height - 12, states, 'sw-small sw-muted')];
}
