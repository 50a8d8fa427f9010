import type { Analysis } from '../../coverage/types';
import { GONE_FIELD, type Locked, OPEN_FIELD } from '../../drift';
import type { ModelProblem, Statement } from '../../model/types';
import { memo } from '../../text';
import { type ModelDrift, modelDrifts } from './model-drift';
import { nowOf, recalledAt } from './recalled';

/** What is told of a place that nothing has. */
const GONE: readonly ModelProblem['code'][] = ['unknown-operation', 'hits-nothing', 'unknown-part'];

/** Problems of an analysis without those at `removes` of what was there at the last review: that it is gone is what was wanted. */
export const withoutReachedAims: (analysis: Analysis) => readonly ModelProblem[] = memo((analysis) => {
  const { problems } = analysis;
  const gone = problems.filter(({ code }) => GONE.includes(code));
  if (gone.length === 0) return problems;
  const aims = modelDrifts(analysis).flatMap((drift) => aimsOf(drift, gone));
  if (aims.length === 0) return problems;
  const reached = new Set(gone.filter((problem) => aims.some((aim) => isAt(problem, aim))));
  return problems.filter((problem) => !reached.has(problem));
});

function isAt({ at }: ModelProblem, { at: { uri, block, start, end } }: Statement): boolean {
  return at.uri === uri && at.block === block && start <= at.start && at.end <= end;
}

/** The lock is asked about those alone that have a problem. What only has another name is told as that. */
function aimsOf(drift: ModelDrift, gone: readonly ModelProblem[]): Statement[] {
  const { model, reading } = drift;
  if (reading === null) return [];
  return model.mitigations.flatMap(({ removes }) =>
    removes
      .filter((statement) => gone.some((problem) => isAt(problem, statement)))
      .filter((statement) => recalledAt(statement, model, reading).length > 0),
  );
}

/** Entries of what is gone as some answer wanted it: a new lock keeps them, so that the answer goes on meaning something. */
export function reachedIn(drift: ModelDrift): readonly Locked[] {
  const { model, reading } = drift;
  if (reading === null) return [];
  const statements = model.mitigations.flatMap(({ removes }) => removes);
  const aims = statements.flatMap((statement) =>
    recalledAt(statement, model, reading).filter((one) => nowOf(one, '', drift) === null),
  );
  return [...new Set(aims)].map(({ key, locked }) => {
    // What is gone leaves nothing open.
    const { [OPEN_FIELD]: _open, ...entry } = locked.entry;
    return { key, entry: { ...entry, [GONE_FIELD]: 'yes' } };
  });
}
