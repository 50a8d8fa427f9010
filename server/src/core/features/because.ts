import type { Analysis, ApiAnalysis } from '../coverage/types';
import type { Operation } from '../openapi/types';
import type { Reason } from '../rules';
import type { Rule } from '../rules/types';
import { judge } from './judge';

const MOST = 2;

/** The facts that set this operation apart, as half a sentence: `it takes an order's id and ...`; empty where there are none. */
export function becauseOf(analysis: Analysis, api: ApiAnalysis, operation: Operation, rule: Rule): string {
  const reasons = judge(analysis, api, operation, rule).reasons.filter(({ holds }) => holds);
  return tellingOf(reasons)
    .slice(0, MOST)
    .map(({ text }) => clause(text))
    .join(' and ');
}

/** What is written somewhere tells more than what only holds; that callers reach an operation tells nothing, nor do exceptions. */
function tellingOf(reasons: readonly Reason[]): readonly Reason[] {
  const placed = reasons.filter(({ at }) => at !== null);
  return placed.length > 0 ? placed : reasons.slice(1, 2);
}

/** `It takes an id.` becomes `it takes an id`; a name keeps its capitals. */
function clause(sentence: string): string {
  const text = sentence.replace(/\.$/, '');
  return /^[A-Z][a-z]*\s/.test(text) || text.startsWith('A ') ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
