import type { Binding, Model } from '../model';
import type { ModelProblem } from '../model/types';
import { nameOf } from './questions';

/** What a model says is removed and its specification still has. */
export function contradictionsOf(model: Model, binding: Binding): ModelProblem[] {
  const done = model.mitigations.filter(({ status }) => status === 'implemented' || status === 'verified');
  return done.flatMap(({ id, removes }) =>
    removes.flatMap((statement): ModelProblem[] => {
      const [hit, ...more] = binding.operationsOf(statement);
      if (hit === undefined) return [];
      const rest = more.length === 0 ? '' : ` and ${more.length} more`;
      const message = `"${id}" says that this is removed, and the specification still has ${nameOf(hit.operation)}${rest}`;
      return [{ code: 'still-there', severity: 'warning', message, at: statement.at }];
    }),
  );
}
