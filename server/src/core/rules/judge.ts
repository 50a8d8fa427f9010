import type { Operation } from '../openapi/types';
import type { Place } from '../text/types';
import type { ApiFacts, Evidence, Rule, Saying } from './types';

/** One step of a verdict: what was asked, how it came out and where that is written. */
export interface Reason {
  readonly holds: boolean;
  readonly text: string;
  readonly at: Place | null;
}

/** What a rule finds on an operation, or null. Throws what the rule throws: the caller loses that rule alone. */
export function evidenceOn(rule: Rule, operation: Operation, api: ApiFacts): Evidence | null {
  for (const condition of rule.when) if (!condition.holds(operation, api)) return null;
  return rule.evidence(operation, api);
}

/** Why a rule fires on an operation or does not: its conditions up to the first that fails. */
export function reasonsFor(rule: Rule, operation: Operation, api: ApiFacts): readonly Reason[] {
  const reasons: Reason[] = [];
  for (const condition of rule.when) {
    const holds = condition.holds(operation, api);
    const text = said(holds ? condition.yes : condition.no, operation, api);
    reasons.push({ holds, text, at: condition.at?.(operation, api) ?? null });
    if (!holds) break;
  }
  return reasons;
}

function said(saying: Saying, operation: Operation, api: ApiFacts): string {
  return typeof saying === 'string' ? saying : saying(operation, api);
}
