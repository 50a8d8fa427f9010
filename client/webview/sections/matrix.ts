import { FIFTHS, type Markup, markup } from '../../../server/src/pictures';
import type { Overview, OverviewCell, OverviewThreat } from '../../../server/src/protocol';
import type { PageState } from '../page-state';
import { counted, figure, LEVEL_WORDS, STATE_WORDS } from '../words';
import { button, levelChip, opens, saveButtons, section } from './parts';

const SIDE = 5;
/** As many threats of a cell have a dot. */
const DOTS = 15;

type Choice = Pick<PageState, 'residual' | 'cell'>;

/** The threats in their cells, and beside the matrix those of the chosen cell. */
export function matrixSection(overview: Overview, state: Choice): Markup {
  const beside = [
    markup('span', { class: 'choice', role: 'group', 'aria-label': 'Where threats stand' }, [
      choice('Now', true, state),
      choice('Before any answer', false, state),
    ]),
    saveButtons('risk-matrix', 'the risk matrix'),
  ];
  return section('matrix', 'Risk matrix', beside, [
    markup('div', { class: 'matrix-and-list' }, [
      grid(overview, state),
      markup('div', { class: 'cell-list', id: 'cell-list' }, [cellList(overview, state)]),
    ]),
  ]);
}

function choice(words: string, residual: boolean, state: Choice): Markup {
  return button(words, {
    class: 'toggle',
    'data-action': residual ? 'matrix-now' : 'matrix-before',
    'data-key': residual ? 'matrix-now' : 'matrix-before',
    'aria-pressed': String(state.residual === residual),
  });
}

/** Threats by the cell in which they lie now, or lay before any answer. */
export function threatsIn({ threats }: Overview, { residual }: Choice, cell: number): readonly OverviewThreat[] {
  return threats.filter((threat) => (residual ? threat.cell : threat.inherentCell) === cell);
}

/** The chosen cell; where none is, the one of the greatest risk that has a threat. */
export function chosenCell({ matrix }: Overview, { residual, cell }: Choice): number {
  if (cell >= 0 && cell < SIDE * SIDE) return cell;
  const filled = matrix.cells.flatMap((one, index) => (countOf(one, residual) > 0 ? [index] : []));
  return filled.sort((one, other) => weight(other) - weight(one))[0] ?? 0;
}

const countOf = (cell: OverviewCell, residual: boolean) => (residual ? cell.threats : cell.inherent);
const weight = (cell: number) => SIDE - Math.floor(cell / SIDE) + (cell % SIDE);

function grid(overview: Overview, state: Choice): Markup {
  const chosen = chosenCell(overview, state);
  const rows = Array.from({ length: SIDE }, (_, row) =>
    markup('div', { role: 'row', class: 'matrix-row' }, [
      markup('div', { role: 'rowheader', class: 'matrix-head' }, [impactOf(row * SIDE)]),
      ...overview.matrix.cells
        .slice(row * SIDE, row * SIDE + SIDE)
        .map((cell, column) => gridCell(overview, state, cell, row * SIDE + column, chosen)),
    ]),
  );
  const heads = FIFTHS.map((fifth) => markup('div', { role: 'columnheader', class: 'matrix-head' }, [fifth]));
  return markup('div', { class: 'matrix-frame' }, [
    markup('div', { class: 'axis impact', 'aria-hidden': 'true' }, ['Impact']),
    markup('div', { role: 'grid', class: 'matrix', id: 'matrix', 'aria-label': 'Risk matrix, impact by likelihood' }, [
      ...rows,
      markup('div', { role: 'row', class: 'matrix-row' }, [
        markup('div', { role: 'columnheader', class: 'matrix-head corner' }, [
          markup('span', { class: 'unseen' }, ['Impact']),
        ]),
        ...heads,
      ]),
    ]),
    markup('div', { class: 'axis likelihood', 'aria-hidden': 'true' }, ['Likelihood']),
  ]);
}

function gridCell(overview: Overview, state: Choice, cell: OverviewCell, index: number, chosen: number): Markup {
  const count = countOf(cell, state.residual);
  const open = state.residual && count > 0 ? `, ${cell.open} open` : '';
  const dots = threatsIn(overview, state, index).slice(0, DOTS);
  const attributes = {
    role: 'gridcell',
    class: `matrix-cell level-${cell.level}${count === 0 ? ' empty' : ''}`,
    tabindex: index === chosen ? 0 : -1,
    'data-cell': index,
    'data-key': `cell-${index}`,
    'aria-selected': String(index === chosen),
    'aria-label': `${placeOf(index)}, level ${LEVEL_WORDS[cell.level].toLowerCase()}: ${counted(count, 'threat')}${open}`,
  };
  return markup('div', attributes, [
    markup('span', { class: 'number' }, [count === 0 ? '' : String(count)]),
    markup(
      'span',
      { class: 'dots', 'aria-hidden': 'true' },
      dots.map(({ open: isOpen }) => markup('span', { class: isOpen ? 'dot' : 'dot answered' })),
    ),
  ]);
}

const impactOf = (cell: number) => FIFTHS[SIDE - 1 - Math.floor(cell / SIDE)] ?? '';
const placeOf = (cell: number) => `Impact ${impactOf(cell)}, likelihood ${FIFTHS[cell % SIDE] ?? ''}`;

/** The threats of the chosen cell, the greatest risk first. */
export function cellList(overview: Overview, state: Choice): Markup {
  const cell = chosenCell(overview, state);
  const threats = threatsIn(overview, state, cell);
  const told = overview.matrix.cells[cell];
  const count = told === undefined ? 0 : countOf(told, state.residual);
  const more = count > threats.length ? [markup('p', {}, [`${counted(count - threats.length, 'more threat')}.`])] : [];
  return markup('div', {}, [
    markup('h3', { id: 'cell-title' }, [`${placeOf(cell)}: ${counted(count, 'threat')}`]),
    markup(
      'ul',
      { class: 'threats', 'aria-labelledby': 'cell-title' },
      threats.map((threat) => threatItem(overview, threat, state.residual)),
    ),
    ...more,
  ]);
}

function threatItem(overview: Overview, threat: OverviewThreat, residual: boolean): Markup {
  const { key, title, place, operations, state, level, open } = threat;
  const others = operations > 1 ? ` and ${operations - 1} more` : '';
  const words = open ? '' : ` · ${STATE_WORDS[state].short.toLowerCase()}`;
  return markup('li', {}, [
    markup('button', { type: 'button', class: 'threat', 'data-key': `threat-${key}`, ...opens(overview, threat.at) }, [
      levelChip(level),
      markup('span', { class: 'title' }, [title]),
      markup('span', { class: 'where' }, [
        `${place}${others} · ${figure(residual ? threat.residual : threat.inherent)}${words}`,
      ]),
    ]),
    button('Explain', {
      class: 'link',
      'data-action': 'explain',
      'data-finding': key,
      'data-key': `explain-${key}`,
      'aria-label': `Explain: ${title}`,
    }),
  ]);
}
