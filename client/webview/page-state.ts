import { type Guard, isFlag, isNumber, isText, oneOf, orNull, shapeOf } from '../../server/src/protocol';

export type TabId = 'risk' | 'coverage' | 'data-flow' | 'simulation';

/** Which part of the diagram is in view: its left top corner, and pixels of the screen for one of the diagram. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** What the page remembers while it is hidden, and over a reload of the window. */
export interface PageState {
  readonly tab: TabId;
  /** Text that operations must contain, and the name of the only API that is shown; empty for all. */
  readonly filter: string;
  readonly api: string;
  readonly onlyOpen: boolean;
  /** The matrix shows what is left, else what was there before any answer. */
  readonly residual: boolean;
  /** The chosen cell of the matrix: 5 times the row, plus the column; -1 for none. */
  readonly cell: number;
  /** Null: as much as fits. */
  readonly view: View | null;
  /** How far the page is scrolled, in pixels. */
  readonly scroll: number;
}

export const FIRST_STATE: PageState = {
  tab: 'risk',
  filter: '',
  api: '',
  onlyOpen: false,
  residual: true,
  cell: -1,
  view: null,
  scroll: 0,
};

export const isPageState: Guard<PageState> = shapeOf<PageState>({
  tab: oneOf('risk', 'coverage', 'data-flow', 'simulation'),
  filter: isText,
  api: isText,
  onlyOpen: isFlag,
  residual: isFlag,
  cell: isNumber,
  view: orNull(shapeOf<View>({ x: isNumber, y: isNumber, scale: isNumber })),
  scroll: isNumber,
});
