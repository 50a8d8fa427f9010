import { kindOf } from '../../text';
import { LEVELS } from '../schema/common';
import { BANDS, RISK_KEYS } from '../schema/risk';
import type { Bands, Level, Matrix, RiskSettings } from '../types';
import { type Cell, cellsByKey, itemsOf, type Pair, placeOf, textAt, wholePlaceOf } from './cells';
import { Fields } from './fields';
import type { Report } from './report';
import { isTodo } from './todo';
import { factorsOf } from './values';

/** What a file says of how risk is rated; null where it says nothing that holds. */
export type RiskWords = { readonly [Key in keyof RiskSettings]: RiskSettings[Key] | null } & {
  readonly acceptable: Level | null;
};

export const NO_RISK_WORDS: RiskWords = {
  acceptable: null,
  method: null,
  bands: null,
  matrix: null,
  discoverability: null,
};

/** Reads the keys under `risk`. What is out of range or order is a problem at its place, and counts for nothing. */
export function readRisk(pairs: readonly Pair[], report: Report): RiskWords {
  const cells = cellsByKey(pairs);
  const fields = new Fields(cells, RISK_KEYS);
  return {
    acceptable: fields.word('acceptable'),
    method: fields.word('method'),
    bands: readBands(cells.get('bands'), report),
    matrix: readMatrix(cells.get('matrix'), report),
    discoverability: fields.word('discoverability'),
  };
}

/** What a file says, over what those that it includes say. */
export function riskOver(own: RiskWords, below: RiskWords): RiskWords {
  return {
    acceptable: own.acceptable ?? below.acceptable,
    method: own.method ?? below.method,
    bands: own.bands ?? below.bands,
    matrix: own.matrix ?? below.matrix,
    discoverability: own.discoverability ?? below.discoverability,
  };
}

/** How risk is rated where nobody says otherwise. */
export const USUAL_RISK: RiskSettings = {
  method: 'dread',
  bands: { medium: BANDS[0].usual, high: BANDS[1].usual, critical: BANDS[2].usual },
  matrix: null,
  discoverability: 'derived',
};

/** What is said, and for the rest what is usual. */
export function riskOf({ method, bands, matrix, discoverability }: RiskWords): RiskSettings {
  return {
    method: method ?? USUAL_RISK.method,
    bands: bands ?? USUAL_RISK.bands,
    matrix,
    discoverability: discoverability ?? USUAL_RISK.discoverability,
  };
}

/** Bounds that are not numbers have been told already. */
function readBands(cell: Cell | undefined, report: Report): Bands | null {
  const given = cell === undefined || isTodo(textAt(cell)) ? null : factorsOf(cell, BANDS);
  if (cell === undefined || given === null) return null;
  const [medium, high, critical] = BANDS.map(({ usual }, index) => given[index] ?? usual) as [number, number, number];
  if (0 < medium && medium < high && high < critical) return { medium, high, critical };
  const message =
    `\`bands\` rise from above 0: where medium, high and critical begin. ${medium}/${high}/${critical} does not, ` +
    `so ${BANDS.map(({ usual }) => usual).join('/')} holds`;
  report.error('bands-out-of-order', message, placeOf(cell));
  return null;
}

const SIZE = 5;

function readMatrix(cell: Cell | undefined, report: Report): Matrix | null {
  if (cell === undefined) return null;
  if (isTodo(textAt(cell))) {
    report.warn('todo', '`matrix` is still to be filled in', placeOf(cell));
    return null;
  }
  const rows = listIn(cell);
  if (rows === null || rows.length !== SIZE) {
    malformed(cell, `${SIZE} rows, the impact from the highest`, report);
    return null;
  }
  const read = rows.map((row) => readRow(row, report));
  if (!read.every((row) => row !== null)) return null;
  const wrong = outOfOrder(read);
  if (wrong === null) return read;
  const at = listIn(rows[wrong.row] ?? cell)?.[wrong.column];
  const message = `\`matrix\` falls ${wrong.how} at \`${read[wrong.row]?.[wrong.column]}\`, so the matrix of the method holds`;
  report.error('matrix-out-of-order', message, placeOf(at ?? cell));
  return null;
}

function readRow(row: Cell, report: Report): readonly Level[] | null {
  const cells = listIn(row);
  if (cells === null || cells.length !== SIZE) {
    malformed(row, `${SIZE} levels a row, the likelihood from the lowest`, report);
    return null;
  }
  const levels = cells.map((one) => LEVELS.find((level) => level === textAt(one)));
  const wrong = cells[levels.indexOf(undefined)];
  if (wrong === undefined) return levels.flatMap((level) => level ?? []);
  malformed(wrong, `levels: ${LEVELS.join(', ')}`, report);
  return null;
}

function malformed(cell: Cell, what: string, report: Report): void {
  report.error('malformed-matrix', `\`matrix\` takes ${what}; the matrix of the method holds`, wholePlaceOf(cell));
}

function listIn(cell: Cell): readonly Cell[] | null {
  return kindOf(cell.block, cell.node) === 'sequence' ? itemsOf(cell) : null;
}

/** The first cell that is lower than the one before it in its row, or higher than the one above it. */
function outOfOrder(matrix: Matrix): { readonly row: number; readonly column: number; readonly how: string } | null {
  const rank = (row: number, column: number) => LEVELS.indexOf(matrix[row]?.[column] ?? 'note');
  for (let row = 0; row < SIZE; row++) {
    for (let column = 0; column < SIZE; column++) {
      if (column > 0 && rank(row, column) < rank(row, column - 1)) {
        return { row, column, how: 'while the likelihood rises' };
      }
      if (row > 0 && rank(row, column) > rank(row - 1, column)) {
        return { row: row - 1, column, how: 'while the impact rises' };
      }
    }
  }
  return null;
}
