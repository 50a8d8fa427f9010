import { ATTACK_NAMES, STRIDE_NAMES, type Technique, techniqueOf, weaknessOf } from '../catalogue';
import { CONTROLS } from '../controls';
import type { Model, Placed } from '../model/types';
import { ruleById } from '../rules';
import type { Position, Range } from '../text';
import type { Workspace } from '../workspace';
import { contains, locate } from './locate';
import { escapeMarkdown } from './markdown';

/** What the technique or the weakness at a position of a model is, as Markdown, or null. */
export function explainThreatWord(workspace: Workspace, models: readonly Model[], uri: string, position: Position) {
  const threats = models.filter((model) => model.uri === uri).flatMap((model) => model.threats);
  return (
    explainWord(
      workspace,
      threats.flatMap(({ attacks }) => attacks),
      position,
      explainTechnique,
    ) ??
    explainWord(
      workspace,
      threats.flatMap(({ weaknesses }) => weaknesses),
      position,
      explainWeakness,
    )
  );
}

function explainWord(
  workspace: Workspace,
  words: readonly Placed[],
  position: Position,
  explain: (word: string) => string,
): { readonly range: Range; readonly markdown: string } | null {
  for (const { text, at } of words) {
    const range = locate(workspace, at)?.range;
    if (range === undefined || !contains(range, position)) continue;
    const markdown = explain(text);
    return markdown === '' ? null : { range, markdown };
  }
  return null;
}

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

function explainWeakness(cwe: string): string {
  const weakness = weaknessOf(Number(cwe));
  return weakness === undefined
    ? ''
    : `[CWE-${weakness.id}](https://cwe.mitre.org/data/definitions/${weakness.id}.html) ${escapeMarkdown(weakness.title)}`;
}
