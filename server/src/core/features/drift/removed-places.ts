import { bindingOf, isRemoved } from '../../coverage';
import type { Analysis } from '../../coverage/types';
import type { Recorded } from '../../drift';
import { operationText, partOf } from '../../model';
import { within } from '../../model/bind/statement-span';
import type { Mitigation, ModelProblem, Statement } from '../../model/types';
import type { ModelDrift } from './model-drift';
import { nowOf, recalledAt } from './recalled';

/**
 * What answers say to remove and no description has by that name, held against the lock: what it knew by another name is still there,
 * and what it never knew may be a slip. Nothing is told without a lock, and nothing of what is gone.
 */
export function removedPlaces(analysis: Analysis, drift: ModelDrift): ModelProblem[] {
  const { model, reading } = drift;
  if (reading === null || model.mitigations.every(({ removes }) => removes.length === 0)) return [];
  const binding = bindingOf(model, analysis.apis);
  return model.mitigations.flatMap((answer) =>
    answer.removes
      .filter(({ where }) => where.kind === 'operations')
      .filter((statement) => binding.operationsOf(statement).length === 0)
      .flatMap((statement) => judged(answer, statement, drift)),
  );
}

function judged(answer: Mitigation, statement: Statement, drift: ModelDrift): ModelProblem[] {
  const { model, reading } = drift;
  const part = partOf(statement.where);
  const known = reading === null ? [] : recalledAt(statement, model, reading);
  const still = known.flatMap((one) => nowOf(one, part, drift) ?? []);
  const [first] = still;
  if (first !== undefined) return [stillThere(answer, statement, first, still.length === 1 ? part : null)];
  // A lock does not know every part, and until it is done a place that nothing has is told anyway.
  const isSure = reading !== null && reading.problems.length === 0 && part === '';
  if (known.length > 0 || !isSure || !isRemoved(answer)) return [];
  const message = `Neither a description nor the lock knows \`${statement.text}\`, which "${answer.id}" says is removed: is it written as it was?`;
  return [{ code: 'hits-nothing', message, severity: 'information', at: statement.at }];
}

/** `part`: what the place names of the operation; null where it names several operations. */
function stillThere(answer: Mitigation, statement: Statement, now: Recorded, part: string | null): ModelProblem {
  const problem = toldOf(answer, statement, now.key);
  const { isExact } = within(statement, 0, statement.text.length);
  if (!isExact || part === null || now.operation === null) return problem;
  const newText = `${operationText(now.operation, now.api)}${part === '' ? '' : ` ${part}`}`;
  return { ...problem, fix: { title: `Write \`${newText}\``, newText } };
}

function toldOf(answer: Mitigation, { at, text }: Statement, key: string): ModelProblem {
  const name = `since the review it only has another name, \`${key}\``;
  if (!isRemoved(answer)) {
    const message = `The specification has no \`${text}\` any more: ${name}`;
    return { code: 'unknown-operation', message, severity: 'error', at };
  }
  return {
    code: 'still-there',
    message: `"${answer.id}" says that this is removed, and ${name}`,
    severity: 'warning',
    at,
  };
}
