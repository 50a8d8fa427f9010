import { isNumber, isPictureFormat, isPictureName, isText } from '../../../server/src/protocol';
import type { Page } from '../page';
import { savePicture } from './save-picture';

/** What buttons, lines and cells do, wherever they stand on the page. */
export function useActions(page: Page): void {
  page.root.addEventListener('click', ({ target }) => act(page, target));
  page.root.addEventListener('keydown', (event) => {
    // Buttons make a click of these keys by themselves.
    if ((event.key !== 'Enter' && event.key !== ' ') || event.target instanceof HTMLButtonElement) return;
    if (!(event.target instanceof Element) || !event.target.hasAttribute('data-open')) return;
    event.preventDefault();
    act(page, event.target);
  });
}

function act(page: Page, target: EventTarget | null): void {
  const element =
    target instanceof Element
      ? target.closest<HTMLElement | SVGElement>('[data-action], [data-open], [data-at]')
      : null;
  if (element === null) return;
  const { action, open, at } = element.dataset;
  if (open !== undefined) reveal(page, JSON.parse(open));
  else if (at !== undefined) revealPoint(page, at);
  else if (action !== undefined) ACTIONS[action]?.(page, element);
}

/** What pictures lead to: `file line character`. */
function revealPoint(page: Page, point: string): void {
  const [file, line, character] = point.split(' ').map(Number);
  reveal(page, [page.overview?.files[file ?? -1], line, character]);
}

function reveal({ host }: Page, [uri, line, character]: readonly unknown[]): void {
  if (isText(uri) && isNumber(line) && isNumber(character)) host.tell({ type: 'reveal', uri, line, character });
}

const ACTIONS: Readonly<Record<string, (page: Page, element: HTMLElement | SVGElement) => void>> = {
  simulate: ({ host }) => host.tell({ type: 'simulate' }),
  cancel: ({ host }) => host.tell({ type: 'cancel' }),
  explain: ({ host }, { dataset }) => host.tell({ type: 'explain', key: dataset.finding ?? '' }),
  'matrix-now': (page) => showMatrix(page, true),
  'matrix-before': (page) => showMatrix(page, false),
  save: (page, { dataset: { name, format } }) => {
    if (isPictureName(name) && isPictureFormat(format)) void savePicture(page, name, format);
  },
};

function showMatrix(page: Page, residual: boolean): void {
  page.keep({ residual, cell: -1 });
  page.redraw();
}
