import type { Overview } from '../../../server/src/protocol';
import { ensureStop, roveGrid } from '../keyboard/roving-grid';
import type { PageContext } from '../page-context';
import { isWanted, type RowChoice } from '../wanted-rows';
import { counted } from '../words';

/** Filters the operations as one types, and moves among the cells by arrows. */
export function useCoverage(panel: HTMLElement, overview: Overview, page: PageContext): void {
  const grid = panel.querySelector<HTMLElement>('#heat');
  if (grid === null) return;
  const show = filterOf(panel, grid, overview);
  const change = (choice: Partial<RowChoice>) => {
    page.keep(choice);
    show(page.state);
  };
  onInput(panel, '#heat-filter', ({ value }) => change({ filter: value.trim() }));
  onInput(panel, '#heat-api', ({ value }) => change({ api: value }));
  onInput(panel, '#heat-open', (input) => change({ onlyOpen: (input as HTMLInputElement).checked }));
  roveGrid(grid);
  show(page.state);
}

function onInput(panel: HTMLElement, selector: string, told: (input: HTMLInputElement | HTMLSelectElement) => void) {
  const input = panel.querySelector<HTMLInputElement | HTMLSelectElement>(selector);
  input?.addEventListener('input', () => told(input));
}

/** Hides the rows that are not wanted, and APIs and pieces of them of which no row is left. */
function filterOf(panel: HTMLElement, grid: HTMLElement, { apis }: Overview): (choice: RowChoice) => void {
  const elements = new Map([...grid.querySelectorAll<HTMLElement>('[data-row]')].map((row) => [row.dataset.row, row]));
  const all = apis.flatMap((api, index) =>
    api.rows.map((row, at) => ({ row, api: api.name, element: elements.get(`${index}-${at}`) })),
  );
  const count = panel.querySelector('#heat-count');
  return (choice) => {
    let shown = 0;
    for (const { row, api, element } of all) {
      const wanted = isWanted(row, api, choice);
      if (wanted) shown += 1;
      element?.toggleAttribute('hidden', !wanted);
    }
    for (const group of grid.querySelectorAll('.heat-chunk, .heat-api')) {
      const isEmpty = group.querySelector('[data-row]:not([hidden])') === null;
      group.toggleAttribute('hidden', isEmpty);
      group.querySelector(':scope > .heat-api-row')?.toggleAttribute('hidden', isEmpty);
    }
    const operations = counted(all.length, 'operation');
    count?.replaceChildren(shown === all.length ? operations : `${shown} of ${operations}`);
    ensureStop(grid);
  };
}
