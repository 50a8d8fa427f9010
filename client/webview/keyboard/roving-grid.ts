import { gridMove } from './grid-moves';

/**
 * One stop of the Tab key for a whole grid: arrows move within. Cells are what bears `data-cell`, in rows that bear
 * `role="row"`; rows that are hidden are left out.
 */
export function roveGrid(grid: HTMLElement, moved: (cell: HTMLElement) => void = () => undefined): void {
  /** The column that was last chosen: a row that is shorter does not make one forget it. */
  let wanted = 0;
  const rows = () =>
    [...grid.querySelectorAll<HTMLElement>('[role="row"]:not([hidden])')].map(cellsOf).filter((row) => row.length > 0);
  const take = (cell: HTMLElement) => {
    for (const other of grid.querySelectorAll('[data-cell][tabindex="0"]')) other.setAttribute('tabindex', '-1');
    cell.setAttribute('tabindex', '0');
    moved(cell);
  };
  const onKey = (event: KeyboardEvent) => {
    const cell = event.altKey || event.metaKey ? null : cellAt(event.target);
    if (cell === null) return;
    const all = rows();
    const row = all.findIndex((cells) => cells.includes(cell));
    const column = all[row]?.indexOf(cell) ?? 0;
    const next = gridMove(
      event,
      { row, column },
      all.map(({ length }) => length),
      wanted,
    );
    if (next === null) return;
    if (!/(?:Up|Down)$/.test(event.key)) wanted = next.column;
    event.preventDefault();
    all[next.row]?.[next.column]?.focus();
  };
  const onFocus = ({ target }: FocusEvent) => {
    const cell = cellAt(target);
    if (cell !== null) take(cell);
  };
  const onPointer = ({ target }: PointerEvent) => {
    const cell = cellAt(target);
    const row = cell?.closest<HTMLElement>('[role="row"]');
    if (cell && row) wanted = cellsOf(row).indexOf(cell);
  };
  grid.addEventListener('pointerdown', onPointer);
  grid.addEventListener('keydown', onKey);
  grid.addEventListener('focusin', onFocus);
  ensureStop(grid, rows()[0]?.[0]);
}

/** After rows were hidden or shown: the Tab key still finds a cell. */
export function ensureStop(grid: HTMLElement, first: HTMLElement | undefined): void {
  const stop = grid.querySelector<HTMLElement>('[role="row"]:not([hidden]) [data-cell][tabindex="0"]');
  if (stop !== null) return;
  for (const other of grid.querySelectorAll('[data-cell][tabindex="0"]')) other.setAttribute('tabindex', '-1');
  first?.setAttribute('tabindex', '0');
}

const cellsOf = (row: HTMLElement) => [...row.querySelectorAll<HTMLElement>('[data-cell]')];

function cellAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null;
}
