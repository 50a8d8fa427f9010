import type { Overview, OverviewCell, OverviewThreat } from '../protocol';
import { LEVEL_LETTERS } from './levels';
import { type Markup, markup } from './markup';
import { box, group, type Links, linked, picture, text } from './shapes';
import { FIFTHS } from './words';

const SIDE = 5;
const LEFT = 112;
const TOP = 12;
const CELL = { width: 152, height: 106 } as const;
const CHIP = { width: 32, height: 20, gap: 3 } as const;
const CHIPS = { across: 4, rows: 3 } as const;

interface Numbered {
  readonly index: number;
  readonly threat: OverviewThreat;
}

/**
 * The risk matrix: impact by likelihood, with the threats in its cells as the letters of their levels and their numbers in the list;
 * those that are answered are outlines.
 */
export function matrixPicture({ matrix, threats }: Overview, links: Links = 'none'): Markup {
  const size = { width: LEFT + SIDE * CELL.width + 16, height: TOP + SIDE * CELL.height + 66 };
  const numbered = threats.map((threat, index): Numbered => ({ threat, index }));
  const inCell = (cell: number) => numbered.filter(({ threat }) => threat.cell === cell);
  const label = `Risk matrix: ${threats.length} threats by likelihood and impact of what is left`;
  return picture(size, label, links, [
    ...matrix.cells.map((cell, index) => cellAt(cell, index, inCell(index), links)),
    ...axes(),
  ]);
}

function axes(): Markup[] {
  const bottom = TOP + SIDE * CELL.height;
  const rows = FIFTHS.toReversed().map((word, row) =>
    text(LEFT - 12, TOP + (row + 0.5) * CELL.height + 4, word, 'sw-end sw-muted'),
  );
  const columns = FIFTHS.map((word, column) =>
    text(LEFT + (column + 0.5) * CELL.width, bottom + 20, word, 'sw-middle sw-muted'),
  );
  const impact = {
    x: 0,
    y: 0,
    class: 'sw-strong sw-middle',
    transform: `translate(18 ${TOP + 2.5 * CELL.height}) rotate(-90)`,
  };
  return [
    ...rows,
    ...columns,
    markup('text', impact, ['Impact']),
    text(LEFT + 2.5 * CELL.width, bottom + 44, 'Likelihood', 'sw-strong sw-middle'),
  ];
}

function cellAt(cell: OverviewCell, index: number, inside: readonly Numbered[], links: Links): Markup {
  const x = LEFT + (index % SIDE) * CELL.width;
  const y = TOP + Math.floor(index / SIDE) * CELL.height;
  const place = { x: x + 2, y: y + 2, width: CELL.width - 4, height: CELL.height - 4 };
  const before =
    cell.inherent === cell.threats
      ? []
      : [text(x + CELL.width - 12, y + 20, `before: ${cell.inherent}`, 'sw-small sw-muted sw-end')];
  return group([
    markup('title', {}, [titleOf(cell, index)]),
    box(place, `sw-tint-${cell.level}`, 8),
    text(x + 12, y + 20, LEVEL_LETTERS[cell.level], 'sw-small sw-strong sw-muted'),
    ...before,
    ...chips(cell, inside, x + 8, y + 30, links),
  ]);
}

function titleOf({ level, threats, open, inherent }: OverviewCell, index: number): string {
  const likelihood = FIFTHS[index % SIDE];
  const impact = FIFTHS[SIDE - 1 - Math.floor(index / SIDE)];
  return `Impact ${impact}, likelihood ${likelihood}, which make ${level}: ${threats} threats, ${open} of them open; ${inherent} before any answer`;
}

function chips({ threats }: OverviewCell, inside: readonly Numbered[], x: number, y: number, links: Links): Markup[] {
  const room = CHIPS.across * CHIPS.rows;
  const shown = threats > room ? inside.slice(0, room - 1) : inside;
  const at = (place: number) => ({
    x: x + (place % CHIPS.across) * (CHIP.width + CHIP.gap),
    y: y + Math.floor(place / CHIPS.across) * (CHIP.height + CHIP.gap),
  });
  const rest = threats - shown.length;
  const last = at(shown.length);
  return [
    ...shown.map((one, place) => chip(one, at(place), links)),
    ...(rest > 0 ? [text(last.x + 2, last.y + 14, `+${rest}`, 'sw-small sw-muted')] : []),
  ];
}

function chip({ threat, index }: Numbered, { x, y }: { x: number; y: number }, links: Links): Markup {
  const { title, place, level, state, open, at } = threat;
  const sign = `${LEVEL_LETTERS[level]}${index + 1}`;
  const label = `${sign}: ${title}, ${place}: ${level}, ${open ? 'open' : state}`;
  const look = open ? { box: `sw-fill-${level}`, words: ` sw-on-${level}` } : { box: `sw-line-${level}`, words: '' };
  return linked({ label, at, threat: index }, links, [
    box({ x, y, width: CHIP.width, height: CHIP.height }, `${look.box} sw-hit`, 5),
    text(x + CHIP.width / 2, y + 14, sign, `sw-small sw-strong sw-middle${look.words}`),
  ]);
}
