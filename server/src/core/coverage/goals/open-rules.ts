import type { Operation } from '../../openapi/types';
import { memo } from '../../text';
import { isAnswered } from '../states';
import type { ApiAnalysis } from '../types';

type Operations = ReadonlySet<Operation>;

/** The operations on which each rule's findings are open, by the rule's id. */
const openIn: (api: ApiAnalysis) => ReadonlyMap<string, Operations> = memo(({ findings }) => {
  const open = new Map<string, Set<Operation>>();
  for (const { rule, state, operations } of findings) {
    if (rule === 'unanswered' || isAnswered(state)) continue;
    const here = open.get(rule) ?? new Set<Operation>();
    open.set(rule, here);
    for (const operation of operations) here.add(operation);
  }
  return open;
});

/** The operations on which something that one of these rules found is open, rule by rule. */
export function openOperations(api: ApiAnalysis, rules: readonly string[]): readonly Operations[] {
  if (rules.length === 0) return [];
  const open = openIn(api);
  return rules.flatMap((rule) => open.get(rule) ?? []);
}
