import { isClear } from '../../model';
import type { ModelFlow, ModelProblem } from '../../model/types';
import type { ApiOfModel } from '../apis';
import { nameOf } from '../questions';
import { goalsByData } from './clear-flows';
import { isFlowSettled, isServingSettled } from './clear-settled';
import type { CoverageCheck, CoverageInput } from './input';
import { plainUrl } from './plain-servers';

/** Flows that take protected data to a service of others which its description serves without encryption, unless an answer settles it. */
export const plainProviders: CoverageCheck = (input) => {
  const { model, named } = input;
  const called = named.filter((one) => one.called);
  if (called.length === 0) return [];
  const goals = goalsByData(model);
  return model.flows
    .filter((flow) => flow.at.uri === model.uri && !isClear(flow))
    .flatMap((flow): ModelProblem[] => {
      const data = flow.carries.find((id) => goals.has(id));
      const [first] = data === undefined ? [] : called.flatMap((one) => plainlyServed(one, flow, input));
      if (first === undefined) return [];
      const message = `\`${data}\` may travel in clear text: ${nameOf(first.operation)} of \`${first.id}\` can be called over ${plainUrl(first.operation)}, and \`${goals.get(data ?? '')?.id}\` protects it`;
      return [{ code: 'clear-text', message, severity: 'warning', at: flow.at }];
    });
};

function plainlyServed({ id, entry, description }: ApiOfModel, flow: ModelFlow, input: CoverageInput) {
  const at = flow.hops.findIndex((hop, index) => index > 0 && (hop === id || hop === entry.id));
  const [from, to] = [flow.hops[at - 1] ?? '', flow.hops[at] ?? ''];
  if (at < 0 || isFlowSettled(flow, { from, to }, input)) return [];
  const operation = description.operations.find((one) => plainUrl(one) !== '' && !isServingSettled(one, input));
  return operation === undefined ? [] : [{ id, operation }];
}
