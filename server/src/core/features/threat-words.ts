import { ATTACK_NAMES, STRIDE_NAMES, type Technique, techniqueOf, weaknessOf } from '../catalogue';
import { CONTROLS } from '../controls';
import { ruleById } from '../rules';
import { escapeMarkdown } from './markdown';

/** A technique by any name of it: how it meets an API, what meets it, which rules point at it. Empty for an unknown one. */
export function explainTechnique(name: string): string {
  const technique = techniqueOf(name);
  if (technique === undefined) return '';
  const { controls, rules, meets } = technique;
  const met = controls.map(
    (id) => `- ${escapeMarkdown(CONTROLS.find((one) => one.id === id)?.title ?? '')} (\`${id}\`)`,
  );
  const found = rules.map((id) => `- ${escapeMarkdown(ruleById(id)?.title ?? '')} (\`${id}\`)`);
  return [
    `**${escapeMarkdown(technique.name)}**`,
    escapeMarkdown(meets),
    ['What meets it:', ...met].join('\n'),
    found.length === 0 ? 'A description shows nothing of it\\.' : ['Rules that point at it:', ...found].join('\n'),
    idsOf(technique),
  ].join('\n\n');
}

/** One line: `SQL injection: Text of a request ...`. Empty for an unknown name. */
export function techniqueLine(name: string): string {
  const technique = techniqueOf(name);
  return technique === undefined ? '' : `${escapeMarkdown(technique.name)}: ${escapeMarkdown(technique.meets)}`;
}

function idsOf({ stride, owasp, cwe, capec, attack }: Technique): string {
  const categories = stride.map((letter) => STRIDE_NAMES[letter]).join(', ');
  const ids = [
    ...owasp,
    ...cwe.map((id) => `CWE-${id}`),
    ...capec.map((id) => `CAPEC-${id}`),
    ...attack.map((id) => `ATT&CK ${id} ${ATTACK_NAMES[id] ?? ''}`),
  ];
  return [categories, ...ids].map(escapeMarkdown).join(' · ');
}

/** A weakness by its number: title and address. Empty for an unknown one. */
export function explainWeakness(cwe: string): string {
  const weakness = weaknessOf(Number(cwe));
  return weakness === undefined
    ? ''
    : `[CWE-${weakness.id}](https://cwe.mitre.org/data/definitions/${weakness.id}.html) ${escapeMarkdown(weakness.title)}`;
}
