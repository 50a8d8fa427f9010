import { clausesNamed, OWASP_TITLES, regulationOf } from '../../catalogue';
import { CONTROLS } from '../../controls';
import { PLAIN_WORDS } from '../../coverage';
import { CATEGORY_WORDS, categoryOf, listed } from '../../model';
import { isOpen } from '../../risk';
import { ruleById } from '../../rules';
import type { Rule, Stride } from '../../rules/types';
import { escapeMarkdown } from '../markdown';
import { explainReferences } from '../references';
import type { Subject } from './subject';

/** What stays true where a category does not come true. */
const PROPERTIES: Readonly<Record<Stride, string>> = {
  spoofing: 'authentication',
  tampering: 'integrity',
  repudiation: 'accountability',
  'information-disclosure': 'confidentiality',
  'denial-of-service': 'availability',
  'elevation-of-privilege': 'authorization',
};

/** `disclosure`: the wrong people see data. */
export function explainCategory(word: string): string {
  const category = categoryOf(word);
  if (category === undefined) return '';
  const name = category.replaceAll('-', ' ');
  const letter = category.charAt(0).toUpperCase();
  return `**${name}** \\(\`${CATEGORY_WORDS[category]}\`, \`${letter}\`\\): ${PLAIN_WORDS[category]}\\. It is against ${PROPERTIES[category]}\\.`;
}

/** A rule: what happens, what answers it, how often it finds something open. */
export function explainRuleWord(subject: Subject, id: string): string {
  const rule = ruleById(id);
  if (rule === undefined) return explainClause(id);
  const categories = rule.stride.map((category) => category.replaceAll('-', ' ')).join(', ');
  const controls = rule.controls.map((control) => `\`${control}\``).join(', ');
  return [
    `**${escapeMarkdown(rule.title)}** \\(${escapeMarkdown(categories)}\\)`,
    escapeMarkdown(rule.impact),
    `What answers it: ${controls}\\.`,
    foundIn(subject, rule),
    explainReferences(rule),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

/** A question that regulations ask, by the name that a statement gives it. */
function explainClause(id: string): string {
  const asked = clausesNamed(id);
  const [first] = asked;
  if (first === undefined) return '';
  const numbers = asked.map(({ regulation, clause }) => `${regulation.name} ${clause.number}`);
  return [
    `**${escapeMarkdown(first.clause.topic)}** \\(\`${id}\`\\): ${escapeMarkdown(first.clause.question)}`,
    `Our reading of ${escapeMarkdown(listed(numbers))}\\.`,
  ].join('\n\n');
}

/** A law or standard that has questions of its own; empty for what is a label. */
export function explainRegulation(written: string): string {
  const regulation = regulationOf(written);
  if (regulation === undefined) return '';
  const rows = regulation.clauses.map(({ id, number, question }) => {
    return `- ${escapeMarkdown(`${number} ${question}`)} \`${id}\``;
  });
  const head = `**${escapeMarkdown(regulation.name)}** asks this of what the goal protects, by our reading of ${escapeMarkdown(regulation.edition)}:`;
  return [head, rows.join('\n')].join('\n\n');
}

function foundIn({ analysis, model }: Subject, { id }: Rule): string {
  const apis = analysis.apis.filter(({ models }) => models.some((named) => named.model === model));
  const found = apis.flatMap(({ findings }) => findings.filter(({ rule }) => rule === id));
  if (found.length === 0) return 'It finds nothing in the APIs of this model\\.';
  return `In the APIs of this model: ${found.length} found, ${found.filter(isOpen).length} open\\.`;
}

/** A control and the rules that it answers. */
export function explainControl(id: string): string {
  const control = CONTROLS.find((one) => one.id === id);
  if (control === undefined) return '';
  const answers = control.answers.map((rule) => `- ${escapeMarkdown(ruleById(rule)?.title ?? rule)} (\`${rule}\`)`);
  return [`**${escapeMarkdown(control.title)}**`, ['It answers:', ...answers].join('\n')].join('\n\n');
}

/** `API1:2023`, with or without the year. */
export function explainOwasp(id: string): string {
  const found = OWASP_TITLES[id] === undefined ? `${id}:2023` : id;
  const title = OWASP_TITLES[found];
  if (title === undefined) return '';
  return `**${escapeMarkdown(found)}** ${escapeMarkdown(title)} \\(OWASP API Security Top 10\\)`;
}
