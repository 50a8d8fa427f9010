import { workspaceOf } from '../../coverage';
import type { Analysis } from '../../coverage/types';
import { type Drift, driftWords, isMore, type LockReading, leavesMore } from '../../drift';
import { isDate, listed } from '../../model';
import type { ModelProblem } from '../../model/types';
import { memo } from '../../text';
import { type ModelDrift, modelDrifts } from './model-drift';
import { reachedByPatterns } from './reached-by-patterns';
import { removedPlaces } from './removed-places';

/** Names of one kind that a summary tells before it counts. */
const MOST_NAMED = 3;
/** Above that a review has more to look at than who answers for each new operation. */
const MOST_ASKED = 100;

/** What a model's file is told of its drift, and what in its lock does not read. */
export const driftProblems: (analysis: Analysis) => readonly ModelProblem[] = memo((analysis) =>
  modelDrifts(analysis).flatMap((drift) => [
    ...(drift.reading?.problems ?? []),
    ...(drift.reading === null
      ? withoutLock(analysis, drift)
      : [...otherDay(drift, drift.reading), ...summaryOf(drift, drift.reading), ...removedPlaces(analysis, drift)]),
  ]),
);

/** Nothing is said before somebody has looked for the lock. */
function withoutLock(analysis: Analysis, { model: { reviewed }, lockUri }: ModelDrift): ModelProblem[] {
  if (reviewed === null || workspaceOf(analysis)?.unread.has(lockUri) !== true) return [];
  const message = `Nothing records what was reviewed on ${reviewed.text}: "Mark as Reviewed" writes a lock, and what changes from then on is told`;
  return [{ code: 'no-lock', message, severity: 'information', at: reviewed.at }];
}

/** A day that somebody wrote over by hand: the lock still says what was seen on another one. */
function otherDay({ model: { reviewed } }: ModelDrift, { lock, problems }: LockReading): ModelProblem[] {
  if (reviewed === null || !isDate(reviewed.text) || lock.reviewed === reviewed.text) return [];
  if (lock.reviewed === '' || problems.length > 0) return [];
  const message = `Nothing records what was reviewed on ${reviewed.text}, since the lock is of ${lock.reviewed}: "Mark as Reviewed" writes both`;
  return [{ code: 'no-lock', message, severity: 'information', at: reviewed.at }];
}

function summaryOf({ model, drifts }: ModelDrift, reading: LockReading): ModelProblem[] {
  if (drifts.length === 0) return [];
  const since = reading.lock.reviewed === '' ? 'Since the last review' : `Since the review of ${reading.lock.reviewed}`;
  const severity = drifts.some(isMore) ? 'warning' : 'information';
  const at = model.reviewed?.at ?? model.at;
  return [{ code: 'changed-since-review', message: `${since}: ${countsOf(drifts)}`, severity, at }];
}

const WORDS = { added: 'new', removed: 'gone', renamed: 'renamed', changed: 'changed' } as const;

/** `2 new (store GET /a and store PUT /a); 1 changed (store)`. */
function countsOf(drifts: readonly Drift[]): string {
  const parts = (['added', 'removed', 'renamed', 'changed'] as const).flatMap((what) => {
    const keys = drifts.filter((drift) => drift.what === what).map(({ key }) => key);
    if (keys.length === 0) return [];
    const shown = keys.slice(0, MOST_NAMED);
    const more = keys.length - shown.length;
    return `${keys.length} ${WORDS[what]} (${listed(more === 0 ? shown : [...shown, `${more} more`])})`;
  });
  return parts.join('; ');
}

/** What an operation's or an API's line in a description is told, by the file; entries of models are told in their summary. */
export const driftsByFile: (analysis: Analysis) => ReadonlyMap<string, readonly ModelProblem[]> = memo((analysis) => {
  const found = new Map<string, ModelProblem[]>();
  for (const { model, reading, drifts } of modelDrifts(analysis)) {
    const isMany = drifts.length > MOST_ASKED;
    for (const drift of drifts) {
      const asked = drift.what === 'added' && !isMany ? reachedByPatterns(drift, model, analysis) : '';
      const problem = problemOf(drift, reading?.lock.reviewed ?? '', asked);
      if (problem === null) continue;
      const list = found.get(problem.at.uri) ?? [];
      found.set(problem.at.uri, list);
      list.push(problem);
    }
  }
  return found;
});

function problemOf(drift: Drift, reviewed: string, asked: string): ModelProblem | null {
  const { now } = drift;
  if (now?.operation == null) return null;
  const since = reviewed === '' ? 'since the last review' : `since the review of ${reviewed}`;
  const message = `Changed ${since}: ${driftWords(drift)}${asked}`;
  const severity = leavesMore(drift) ? 'warning' : 'information';
  return { code: 'changed-since-review', message, severity, at: now.at };
}
