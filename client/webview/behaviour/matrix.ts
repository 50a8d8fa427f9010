import type { Overview } from '../../../server/src/protocol';
import { toDom } from '../dom/to-dom';
import { roveGrid } from '../keyboard/roving-grid';
import type { PageContext } from '../page-context';
import { cellList } from '../sections/matrix';

/** Whoever comes to a cell sees its threats beside the matrix; Enter leads to the first of them. */
export function useMatrix(panel: HTMLElement, overview: Overview, page: PageContext): void {
  const grid = panel.querySelector<HTMLElement>('#matrix');
  const list = panel.querySelector<HTMLElement>('#cell-list');
  if (grid === null || list === null) return;
  const choose = (cell: HTMLElement) => {
    const index = Number(cell.dataset.cell);
    if (page.state.cell === index) return;
    page.keep({ cell: index });
    for (const other of grid.querySelectorAll('[data-cell]')) {
      other.setAttribute('aria-selected', String(other === cell));
    }
    list.replaceChildren(toDom(cellList(overview, page.state)));
  };
  roveGrid(grid, choose);
  grid.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    list.querySelector<HTMLElement>('button')?.focus();
  });
}
