import { answeringOn, bindingOf } from '../coverage';
import { hasReason } from '../coverage/lacking';
import type { Analysis, ApiAnalysis } from '../coverage/types';
import type { NotApplicable } from '../model/types';
import type { Operation } from '../openapi/types';
import type { Rule } from '../rules/types';

/** The entries of models that call the rule a false alarm on the operation, each with its reason. */
export function silencesOf(analysis: Analysis, api: ApiAnalysis, operation: Operation, rule: Rule): NotApplicable[] {
  return answeringOn(api).flatMap(({ model }) => {
    const binding = bindingOf(model, analysis.apis);
    return model.notApplicable.filter(
      (entry) =>
        hasReason(entry) &&
        entry.statement.what?.rules.includes(rule.id) === true &&
        binding.operationsOf(entry.statement).some((hit) => hit.operation === operation),
    );
  });
}
