import { PROBLEM_CODES, RULES } from '../core';

const byId = new Map(RULES.map((rule) => [rule.id, rule]));

/**
 * Where a diagnostic's code leads: to the client's page of the rule, or its place on the page of problems; else to the weakness or
 * risk that a rule names in public.
 */
export function ruleLink(code: string, page: string | undefined): string | null {
  const rule = byId.get(code);
  if (!rule) return page !== undefined && code in PROBLEM_CODES ? page.replace('{rule}', `problems%23${code}`) : null;
  if (page !== undefined) return page.replace('{rule}', code);
  const [cwe] = rule.cwe;
  if (cwe !== undefined) return `https://cwe.mitre.org/data/definitions/${cwe}.html`;
  return rule.owasp.length > 0 ? 'https://owasp.org/API-Security/' : null;
}
