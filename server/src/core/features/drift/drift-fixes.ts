import type { Analysis } from '../../coverage/types';
import type { ModelProblem } from '../../model/types';
import type { Place, Range } from '../../text';
import type { Workspace } from '../../workspace';
import { countedIfAny } from '../counted';
import type { Fix } from '../diagnostic';
import { placedAt } from '../locate';
import { driftProblems } from './drift-problems';
import { markReviewed } from './mark-reviewed';
import { modelDrifts } from './model-drift';

/** Problems on the line of a review that a review mends. */
const MENDED: readonly ModelProblem['code'][] = ['no-lock', 'changed-since-review', 'review-overdue'];

/** Marks what changed at a place as reviewed: one operation on its line, the whole model on the line of its review. */
export function driftFixes(workspace: Workspace, analysis: Analysis, uri: string, range: Range, today: string): Fix[] {
  const isHere = placedAt(workspace, uri, range);
  return modelDrifts(analysis).flatMap(({ model, drifts }): Fix[] => {
    const fixOf = (title: string, diagnostics: readonly string[], key?: string): Fix => {
      const edits = markReviewed(workspace, analysis, model.uri, today, key);
      const change = 'refused' in edits ? { edits: [], refused: edits.refused } : { edits };
      return { title, kind: 'quickfix', diagnostics, preferred: false, ...change };
    };
    const own = drifts.filter(({ now }) => now?.operation != null && isHere(now.at));
    const fixes = own.map(({ key }) => fixOf(`Mark ${key} as reviewed`, ['changed-since-review'], key));
    const at = model.reviewed?.at ?? model.at;
    const codes = isHere(at) ? mendedAt(analysis, at) : [];
    if (codes.length === 0) return fixes;
    const changes = countedIfAny(drifts.length, 'change');
    const title = `Mark the model as reviewed${changes === '' ? '' : ` (${changes})`}`;
    return [...fixes, fixOf(title, codes)];
  });
}

function mendedAt(analysis: Analysis, { uri, block, start }: Place): readonly string[] {
  const here = [
    ...analysis.models.flatMap(({ problems }) => problems),
    ...analysis.problems,
    ...driftProblems(analysis),
  ];
  return here
    .filter(({ code, at }) => MENDED.includes(code) && at.uri === uri && at.block === block && at.start === start)
    .map(({ code }) => code);
}
