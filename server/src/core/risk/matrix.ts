import type { Case } from '../coverage/appraise';
import type { Level, RiskMethod, RiskSettings } from '../model/types';
import { methodNamed } from './methods';

/** Rows of impact, from the highest, and columns of likelihood, from the lowest: each side is cut into fifths. */
export const MATRIX_SIDE = 5;

/** The cell of a case where answers leave a share of its likelihood: the row times five, plus the column. */
export function cellOf(item: Case, left: number): number {
  const [likelihood, impact] = methodNamed(item.settings.method).sides(item);
  return (MATRIX_SIDE - 1 - fifth(impact)) * MATRIX_SIDE + fifth(likelihood * left);
}

/** The level that a method gives to the middle of a cell. */
export function cellLevel(cell: number, method: RiskMethod, settings: RiskSettings): Level {
  const row = Math.floor(cell / MATRIX_SIDE);
  const middle = (index: number) => (index + 0.5) / MATRIX_SIDE;
  return methodNamed(method).levelAt([middle(cell % MATRIX_SIDE), middle(MATRIX_SIDE - 1 - row)], settings);
}

function fifth(share: number): number {
  return Math.max(0, Math.min(MATRIX_SIDE - 1, Math.floor(share * MATRIX_SIDE)));
}
