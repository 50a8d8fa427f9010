import { partOf } from '../../model';
import type { ModelProblem } from '../../model/types';
import { nameOf } from '../questions';
import { isRemoved, servedAt } from '../removals';
import type { CoverageCheck } from './input';

/** What a model says is removed and the specification of an API that is served still has. */
export const stillThere: CoverageCheck = ({ model, binding, apis }) =>
  model.mitigations.filter(isRemoved).flatMap(({ id, removes }) =>
    removes.flatMap((statement): ModelProblem[] => {
      const part = partOf(statement.where);
      const [hit, ...more] = servedAt(statement, binding, apis);
      if (hit === undefined) return [];
      const rest = more.length === 0 ? '' : ` and ${more.length} more`;
      const message = `"${id}" says that this is removed, and the specification still has ${part === '' ? '' : `\`${part}\` of `}${nameOf(hit.operation)}${rest}`;
      return [{ code: 'still-there', severity: 'warning', message, at: statement.at }];
    }),
  );
