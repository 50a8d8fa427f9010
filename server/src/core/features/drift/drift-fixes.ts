import type { Analysis } from '../../coverage/types';
import type { Range } from '../../text';
import type { Workspace } from '../../workspace';
import type { Fix } from '../diagnostic';
import { locate, touches } from '../locate';
import { markReviewed } from './mark-reviewed';
import { modelDrifts } from './model-drift';

/** Marks what changed at a place as reviewed: one operation on its line, the whole model on the line of its review. */
export function driftFixes(workspace: Workspace, analysis: Analysis, uri: string, range: Range, today: string): Fix[] {
  return modelDrifts(analysis).flatMap(({ model, drifts }): Fix[] => {
    if (drifts.length === 0) return [];
    const isHere = (at: typeof model.at) => {
      const place = at.uri === uri ? locate(workspace, at)?.range : undefined;
      return place !== undefined && touches(place, range);
    };
    const fixOf = (title: string, key?: string): Fix => {
      const edits = markReviewed(workspace, analysis, model.uri, today, key);
      const change = 'refused' in edits ? { edits: [], refused: edits.refused } : { edits };
      return { title, kind: 'quickfix', diagnostics: ['changed-since-review'], preferred: false, ...change };
    };
    const own = drifts.filter(({ now }) => now?.operation != null && isHere(now.at));
    const fixes = own.map(({ key }) => fixOf(`Mark ${key} as reviewed`, key));
    const count = drifts.length === 1 ? '1 change' : `${drifts.length} changes`;
    return isHere(model.reviewed?.at ?? model.at) ? [...fixes, fixOf(`Mark the model as reviewed (${count})`)] : fixes;
  });
}
