/** A cell of a grid, from 0. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/** How many rows there are, and how many cells each has. */
export interface GridSize {
  readonly rows: number;
  lengthOf(row: number): number;
}

/** Rows that a page up or down skips. */
const PAGE = 10;

/**
 * Where a key leads from a cell, by the usual keys of a grid: arrows, Home and End in the row, with Control in the whole
 * grid, Page Up and Page Down. Null for any other key. `wanted` is the column that was
 * chosen last, to which one comes back behind a row that is too short for it.
 */
export function gridMove(
  { key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean },
  { row, column }: GridPlace,
  { rows, lengthOf }: GridSize,
  wanted = column,
): GridPlace | null {
  const last = rows - 1;
  const to = (nextRow: number, nextColumn: number) => {
    const inside = Math.max(0, Math.min(last, nextRow));
    return { row: inside, column: Math.max(0, Math.min(lengthOf(inside) - 1, nextColumn)) };
  };
  switch (key) {
    case 'ArrowUp':
      return to(row - 1, wanted);
    case 'ArrowDown':
      return to(row + 1, wanted);
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'ArrowRight':
      return to(row, column + 1);
    case 'Home':
      return to(ctrlKey ? 0 : row, 0);
    case 'End':
      return to(ctrlKey ? last : row, Number.MAX_SAFE_INTEGER);
    case 'PageUp':
      return to(row - PAGE, wanted);
    case 'PageDown':
      return to(row + PAGE, wanted);
    default:
      return null;
  }
}
