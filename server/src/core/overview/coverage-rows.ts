import type { CoverageRow, OverviewApi } from '../../protocol';
import { categoriesOf, nameOf } from '../coverage';
import { LEVELS } from '../model/schema/common';
import type { Level } from '../model/types';
import type { Operation } from '../openapi/types';
import { isOpen } from '../risk';
import { STRIDE } from '../rules/types';
import { inert } from '../text';
import type { Scene } from './scene';

/** What is told of one category of one operation beside its state. */
interface Square {
  level: Level | null;
  worst: number | null;
}

/** The APIs with a row for each operation. `most`: threats after so many are no longer listed. */
export function coverageOf(scene: Scene, most: number): OverviewApi[] {
  const squares = squaresOf(scene, most);
  return scene.apis.map((api) => ({
    name: inert(scene.names.api(api)),
    exposure: api.exposure,
    at: scene.points.of(api.description.at),
    rows: [...api.coverage].map(([operation, states]): CoverageRow => {
      const own = squares.get(operation);
      return {
        name: inert(nameOf(operation)),
        at: scene.points.of(operation.at),
        states: STRIDE.map((category) => states[category]),
        levels: STRIDE.map((_, index) => own?.[index]?.level ?? null),
        worst: STRIDE.map((_, index) => own?.[index]?.worst ?? null),
      };
    }),
  }));
}

function squaresOf({ threats }: Scene, most: number): ReadonlyMap<Operation, readonly Square[]> {
  const squares = new Map<Operation, readonly Square[]>();
  threats.forEach(({ finding }, index) => {
    const told = { index: index < most ? index : null, open: isOpen(finding) };
    for (const { operation, appraisal } of finding.members) {
      const row = squares.get(operation) ?? STRIDE.map((): Square => ({ level: null, worst: null }));
      squares.set(operation, row);
      for (const category of categoriesOf(finding)) {
        note(row[STRIDE.indexOf(category)], { ...told, level: appraisal.risk.level });
      }
    }
  });
  return squares;
}

interface Told {
  readonly index: number | null;
  readonly open: boolean;
  readonly level: Level;
}

/** The worst come first; what is open counts before what is answered. */
function note(square: Square | undefined, { index, open, level }: Told): void {
  if (square === undefined) return;
  if (index !== null && (square.worst === null || (open && square.level === null))) square.worst = index;
  if (open) square.level = higher(square.level, level);
}

function higher(first: Level | null, second: Level): Level {
  return first !== null && LEVELS.indexOf(first) >= LEVELS.indexOf(second) ? first : second;
}
