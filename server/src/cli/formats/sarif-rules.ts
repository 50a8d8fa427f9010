import { escapeMarkdown, type Finding, type Rule, referencesOf } from '../../core/index';
import { relationships } from './sarif-taxonomy';
import { sarifText } from './sarif-text';

const FACTORS = ['Damage', 'Reproducibility', 'Exploitability', 'Affected users', 'Discoverability'] as const;
/** GitHub keeps at most 20 tags of a rule. */
const TAGS = 20;

/** A threat that people wrote is a rule of its own: GitHub reads the severity from the rule, and each has its own. */
export function ruleIdOf(finding: Finding): string {
  return finding.threat !== null && finding.definition === null ? `${finding.rule}/${finding.threat.id}` : finding.rule;
}

/** The rules of the findings, each once, with the highest residual risk that it has in this run. */
export function sarifRules(findings: readonly Finding[]) {
  const worst = new Map<string, Finding>();
  for (const finding of findings) {
    const id = ruleIdOf(finding);
    const known = worst.get(id);
    if (known === undefined || known.risk.rank < finding.risk.rank) worst.set(id, finding);
  }
  return [...worst].map(([id, finding]) => sarifRule(id, finding));
}

function sarifRule(id: string, finding: Finding) {
  const title = titleOf(finding);
  const { definition } = finding;
  return {
    id,
    name: nameOf(id),
    shortDescription: sarifText(title),
    fullDescription: sarifText(definition?.impact ?? title),
    help: definition === null ? plainHelp(title) : help(definition),
    defaultConfiguration: { level: definition === null ? 'note' : 'warning' },
    ...relationships(weaknessesOf(finding)),
    properties: {
      tags: tags(finding),
      precision: finding.certainty === 'shown' ? 'high' : 'low',
      ...severity(finding.risk.rank),
    },
  };
}

/** Those of its rule: a finding shows some of them. What people wrote themselves counts as written. */
export function weaknessesOf({ cwe, definition, threat }: Finding): readonly number[] {
  return definition === null || (threat !== null && threat.cwe.length > 0) ? cwe : definition.cwe;
}

function titleOf(finding: Finding): string {
  if (finding.definition !== null) return finding.definition.title;
  return finding.threat === null ? 'A category of threats that nobody has answered' : finding.title;
}

/** On 0-10 with the bands of CVSS, whatever the method that ranks, as GitHub reads them: 0.1-3.9 low, 4-6.9 medium, 7-8.9 high, 9 and above critical. */
function severity(rank: number) {
  return rank > 0 ? { 'security-severity': rank.toFixed(1) } : {};
}

/** What counts most comes first: a rule with more tags than are kept loses the others. */
function tags(finding: Finding): string[] {
  const { stride, owasp, definition } = finding;
  const weaknesses = weaknessesOf(finding).map((id) => `external/cwe/cwe-${String(id).padStart(3, '0')}`);
  const patterns = (definition?.capec ?? []).map((id) => `external/capec/capec-${id}`);
  const requirements = (definition?.asvs ?? []).map((id) => `external/asvs-5.0/${id}`);
  const all = ['security', ...weaknesses, ...owasp, ...stride, ...patterns, ...requirements];
  return [...new Set(all)].slice(0, TAGS);
}

function nameOf(id: string): string {
  return id.replace(/(?:^|[-/])([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function plainHelp(title: string) {
  return { ...sarifText(title), markdown: escapeMarkdown(title) };
}

function knownAs(rule: Rule): string[] {
  return referencesOf(rule).map(({ source, references }) => {
    const ids = references.map(({ id, title }) => (title === '' ? id : `${id} ${title}`));
    return `- ${source}: ${ids.join(', ')}`;
  });
}

function help(rule: Rule) {
  const factors = FACTORS.map((name, index) => `- ${name} ${rule.dread[index]}: ${rule.dreadReasons[index]}`);
  const sections: readonly (readonly [string, string])[] = [
    ['What happens', rule.impact],
    ['How to mend it in the description', rule.mend],
    ['When this is wrong', rule.falsePositive],
    ['Why it ranks where it does', factors.join('\n')],
    ['Known as', [`- STRIDE: ${rule.stride.join(', ')}`, ...knownAs(rule)].join('\n')],
  ];
  return {
    text: sections.map(([title, body]) => `${title}\n${body}`).join('\n\n'),
    markdown: [`# ${rule.title}`, ...sections.map(([title, body]) => `## ${title}\n\n${body}`)].join('\n\n'),
  };
}
