import type { Analysis, Finding } from '../../coverage/types';
import type { Level } from '../../model/types';
import type { Workspace } from '../../workspace';
import { shownIn } from '../diagnostics';
import { locate } from '../locate';
import { isAboveLine } from './above-line';

/** How a line is marked: by the level of what is open above the line, as `open` for what is open below it, or `answered`. */
export type Mark = Exclude<Level, 'note'> | 'open' | 'answered';

/** From the worst; a line has the worst of its marks. */
export const MARKS: readonly Mark[] = ['critical', 'high', 'medium', 'low', 'open', 'answered'];

/** The lines of a file with something to mark, from 0 and rising, by their marks. Questions have none: every line would have one. */
export function fileMarks(
  workspace: Workspace,
  analysis: Analysis,
  uri: string,
  hidden: ReadonlySet<string>,
): ReadonlyMap<Mark, readonly number[]> {
  const worst = new Map<number, number>();
  for (const finding of analysis.apis.flatMap((api) => shownIn(api, uri, { open: true, hidden }))) {
    const line = finding.rule === 'unanswered' ? undefined : locate(workspace, finding.at)?.range.start.line;
    if (line === undefined) continue;
    worst.set(line, Math.min(MARKS.indexOf(markOf(finding)), worst.get(line) ?? MARKS.length));
  }
  const lines = [...worst].sort(([first], [second]) => first - second);
  return new Map(
    MARKS.flatMap((mark, index) => {
      const own = lines.filter(([, one]) => one === index).map(([line]) => line);
      return own.length === 0 ? [] : [[mark, own]];
    }),
  );
}

function markOf(finding: Finding): Mark {
  const { severity, risk } = finding;
  if (severity === 'hint') return 'answered';
  return isAboveLine(finding) && risk.level !== 'note' ? risk.level : 'open';
}
