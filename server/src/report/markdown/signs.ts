import { STATE_SIGNS, squaresOf } from '../../pictures';
import type { CoverageRow } from '../../protocol';

/** What stands in the cells of coverage, as Markdown. */
export function signsOf(row: CoverageRow): readonly string[] {
  return squaresOf(row).map(({ sign }) => sign);
}

const TOLD = ['planned', 'mitigated', 'transferred', 'accepted', 'avoided', 'assumed'] as const;

export const SIGNS = [
  'C, H, M, L, N: an open threat of level critical, high, medium, low, note',
  ...TOLD.map((state) => `${STATE_SIGNS[state]}: ${state}`),
  `${STATE_SIGNS.controlled}: the description shows a control`,
  `${STATE_SIGNS.unanswered}: nobody has said anything`,
].join('; ');
