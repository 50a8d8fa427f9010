import { goalsByData, isClear } from '../../model';
import type { ModelFlow, ModelProblem } from '../../model/types';
import type { ApiOfModel } from '../apis';
import { nameOf } from '../questions';
import type { CoverageCheck } from './input';
import { plainUrl } from './plain-servers';

/** Flows that take protected data to a service of others which its description serves without encryption. */
export const plainProviders: CoverageCheck = ({ model, named }) => {
  const called = named.filter((one) => one.called);
  if (called.length === 0) return [];
  const goals = goalsByData(model);
  return model.flows
    .filter((flow) => flow.at.uri === model.uri && !isClear(flow))
    .flatMap((flow): ModelProblem[] => {
      const data = flow.carries.find((id) => goals.has(id));
      const [first] = data === undefined ? [] : called.flatMap((one) => plainlyServed(one, flow));
      if (first === undefined) return [];
      const message = `\`${data}\` may travel in clear text: ${nameOf(first.operation)} of \`${first.id}\` can be called over ${plainUrl(first.operation)}, and \`${goals.get(data ?? '')?.id}\` protects it`;
      return [{ code: 'clear-text', message, severity: 'warning', at: flow.at }];
    });
};

function plainlyServed({ id, entry, description }: ApiOfModel, { hops }: ModelFlow) {
  if (!hops.slice(1).some((hop) => hop === id || hop === entry.id)) return [];
  const operation = description.operations.find((one) => plainUrl(one) !== '');
  return operation === undefined ? [] : [{ id, operation }];
}
