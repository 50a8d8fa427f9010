import type { OverviewThreat } from '../../protocol';
import { findingKey } from '../features';
import { placeName } from '../features/tree/finding-node';
import { cellOf, isOpen, leftBy } from '../risk';
import { inert } from '../text';
import type { Scene, Threat } from './scene';

/** A threat as it is listed. */
export function threatOf(scene: Scene, { api, finding, stages }: Threat): OverviewThreat {
  const { basis, state } = finding;
  const left = basis === null ? 1 : leftBy(basis.answers);
  return {
    key: findingKey(api, finding),
    rule: finding.rule,
    title: inert(finding.title),
    place: inert(placeName(scene.analysis, finding, api)),
    operations: finding.operations.length,
    stride: finding.stride,
    state,
    open: isOpen(finding),
    certainty: finding.certainty,
    inherent: stages.inherent.score,
    residual: stages.residual.score,
    projected: stages.projected.score,
    level: stages.residual.level,
    cell: basis === null ? 0 : cellOf(basis, left),
    inherentCell: basis === null ? 0 : cellOf(basis, 1),
    at: scene.points.of(finding.at),
  };
}
