import { hasPart } from '../../model';
import type { ModelProblem } from '../../model/types';
import { nameOf } from '../questions';
import type { CoverageCheck } from './input';

/** What a model says is removed and the specification of an API that is served still has. */
export const stillThere: CoverageCheck = ({ model, binding, apis }) => {
  const retired = new Set(apis.filter(({ entry }) => entry.lifecycle === 'retired').map(({ id }) => id));
  const done = model.mitigations.filter(({ status }) => status === 'implemented' || status === 'verified');
  return done.flatMap(({ id, removes }) =>
    removes.flatMap((statement): ModelProblem[] => {
      const part = statement.where.kind === 'operations' ? statement.where.part : '';
      const served = binding.operationsOf(statement).filter(({ api }) => !retired.has(api));
      const [hit, ...more] = served.filter(({ operation }) => part === '' || hasPart(operation, part));
      if (hit === undefined) return [];
      const rest = more.length === 0 ? '' : ` and ${more.length} more`;
      const message = `"${id}" says that this is removed, and the specification still has ${part === '' ? '' : `\`${part}\` of `}${nameOf(hit.operation)}${rest}`;
      return [{ code: 'still-there', severity: 'warning', message, at: statement.at }];
    }),
  );
};
