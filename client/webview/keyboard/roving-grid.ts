import { gridMove } from './grid-moves';

/** Rows with cells that are shown. */
const ROWS = '[role="row"]:not([hidden]):has([data-cell])';

/**
 * One stop of the Tab key for a whole grid: arrows move within. Cells are what bears `data-cell`, in rows that bear
 * `role="row"`; rows that are hidden are left out.
 */
export function roveGrid(grid: HTMLElement, moved: (cell: HTMLElement) => void = () => undefined): void {
  /** The column that was last chosen: a row that is shorter does not make one forget it. */
  let wanted = 0;
  let byKey = false;
  const rows = () => [...grid.querySelectorAll<HTMLElement>(ROWS)];
  grid.addEventListener('keydown', (event) => {
    const cell = event.altKey || event.metaKey ? null : cellAt(event.target);
    if (cell === null) return;
    const all = rows();
    const cells = (row: number) => cellsOf(all[row]);
    const row = all.indexOf(cell.closest<HTMLElement>(ROWS) as HTMLElement);
    const column = cells(row).indexOf(cell);
    const size = { rows: all.length, lengthOf: (at: number) => cells(at).length };
    const next = gridMove(event, { row, column }, size, wanted);
    if (next === null) return;
    if (!/(?:Up|Down)$/.test(event.key)) wanted = next.column;
    event.preventDefault();
    byKey = true;
    cells(next.row)[next.column]?.focus();
    byKey = false;
  });
  grid.addEventListener('focusin', ({ target }) => {
    const cell = cellAt(target);
    if (cell === null) return;
    // Whoever comes by the pointer or by Tab chooses a column.
    if (!byKey) wanted = cellsOf(cell.closest<HTMLElement>(ROWS)).indexOf(cell);
    for (const other of grid.querySelectorAll('[data-cell][tabindex="0"]')) other.setAttribute('tabindex', '-1');
    cell.setAttribute('tabindex', '0');
    moved(cell);
  });
  ensureStop(grid);
}

/** After rows were hidden or shown: the Tab key still finds a cell. */
export function ensureStop(grid: HTMLElement): void {
  if (grid.querySelector(`${ROWS} [data-cell][tabindex="0"]`) !== null) return;
  for (const other of grid.querySelectorAll('[data-cell][tabindex="0"]')) other.setAttribute('tabindex', '-1');
  grid.querySelector(`${ROWS} [data-cell]`)?.setAttribute('tabindex', '0');
}

const cellsOf = (row: HTMLElement | undefined | null) => [...(row?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])];

function cellAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null;
}
