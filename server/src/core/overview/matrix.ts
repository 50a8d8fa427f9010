import type { OverviewCell, OverviewMatrix } from '../../protocol';
import { USUAL_RISK } from '../model';
import { cellLevel, cellOf, isOpen, leftBy, MATRIX_SIDE } from '../risk';
import type { Scene } from './scene';

/** The cells of the matrix, with how many threats lie in each; levels are those of the method and model of the worst threat. */
export function matrixOf({ threats, models }: Scene): OverviewMatrix {
  const bases = threats.flatMap(({ finding }) => (finding.basis === null ? [] : { item: finding.basis, finding }));
  const settings = bases[0]?.item.settings ?? models[0]?.risk ?? USUAL_RISK;
  const placed = bases.map(({ item, finding }) => ({
    cell: cellOf(item, leftBy(item.answers)),
    inherentCell: cellOf(item, 1),
    open: isOpen(finding),
  }));
  const cells = Array.from({ length: MATRIX_SIDE * MATRIX_SIDE }, (_, cell): OverviewCell => {
    const inside = placed.filter((one) => one.cell === cell);
    return {
      level: cellLevel(cell, settings.method, settings),
      threats: inside.length,
      open: inside.filter(({ open }) => open).length,
      inherent: placed.filter((one) => one.inherentCell === cell).length,
    };
  });
  return { cells };
}
