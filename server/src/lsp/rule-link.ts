import { RULES } from '../core';

const byId = new Map(RULES.map((rule) => [rule.id, rule]));

/** Where a diagnostic's code leads: to the client's page of the rule, else to the weakness or risk that it names in public. */
export function ruleLink(code: string, page: string | undefined): string | null {
  const rule = byId.get(code);
  if (!rule) return null;
  if (page !== undefined) return page.replace('{rule}', code);
  const [cwe] = rule.cwe;
  if (cwe !== undefined) return `https://cwe.mitre.org/data/definitions/${cwe}.html`;
  return rule.owasp.length > 0 ? 'https://owasp.org/API-Security/' : null;
}
