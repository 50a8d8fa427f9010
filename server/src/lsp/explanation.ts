import {
  type Analysis,
  type ApiAnalysis,
  assess,
  categoriesInWords,
  escapeMarkdown,
  explainControlStates,
  explainCure,
  explainFigures,
  explainReasons,
  explainReferences,
  explainRule,
  explainStanding,
  explainTechnique,
  type Finding,
  nameOf,
  type Operation,
  type Rule,
  type RuleExplanation,
  STATE_WORDS,
} from '../core';

/**
 * A finding in words, as a page of Markdown: for people who never heard of STRIDE. Text from files is escaped.
 * @param named the name of the operation that its reasons are about; without it that of the first
 */
export function explanationOf(analysis: Analysis, api: ApiAnalysis, finding: Finding, named?: string): string {
  const { definition, risk, state, operations } = finding;
  const first = operations.find((operation) => nameOf(operation) === named) ?? operations[0];
  const explained = definition === null || first === undefined ? null : explainRule(analysis, api, first, definition);
  return page([
    `# ${escapeMarkdown(finding.title)}`,
    escapeMarkdown(finding.message),
    escapeMarkdown(finding.lacking),
    `Risk: **${risk.residual}** of 10 (${risk.level}). State: ${STATE_WORDS[state]}. Category: ${categoriesInWords(finding.stride)}.`,
    definition === null ? '' : `## What can happen\n\n${definition.impact}`,
    howItIsDone(finding),
    operations.length > 1 && first !== undefined && explained?.fired === true
      ? `What follows is about ${escapeMarkdown(nameOf(first))}, one of ${operations.length} operations.`
      : '',
    ...(explained?.fired === true ? sections(explained) : written(finding, explained)),
    ...operationsSection(finding),
    explainReferences({ ...definition, owasp: finding.owasp, cwe: finding.cwe }),
  ]);
}

/** The techniques that the model names, each with what meets it. */
function howItIsDone({ threat }: Finding): string {
  const known = (threat?.attacks ?? []).map(({ text }) => explainTechnique(text)).filter((text) => text !== '');
  return known.length === 0 ? '' : ['## How it is done', ...known].join('\n\n');
}

/** A threat that people wrote may lie where its rule finds nothing: then the rule's reasons are no news. */
function written(finding: Finding, explained: RuleExplanation | null): string[] {
  const { risk, basis, state } = finding;
  const cure = explained === null ? '' : explainCure(explained);
  if (finding.rule === 'unanswered' || state === 'unanswered') return [cure];
  return [cure, explainFigures({ risk, assessment: basis === null ? null : assess(basis), state })];
}

/** A rule on an operation in words, whether or not it finds something there. */
export function ruleExplanationOf(analysis: Analysis, api: ApiAnalysis, operation: Operation, rule: Rule): string {
  const explained = explainRule(analysis, api, operation, rule);
  const name = escapeMarkdown(nameOf(operation));
  return page([
    `# ${escapeMarkdown(rule.title)}`,
    explained.fired ? escapeMarkdown(explained.verdict) : `**${name}**: The rule finds nothing here.`,
    ...sections(explained),
    `## What can happen\n\n${rule.impact}`,
    `Category: ${categoriesInWords(rule.stride)}.`,
    explainReferences(rule),
  ]);
}

function sections(explained: RuleExplanation): string[] {
  const { rule, fired } = explained;
  const wrong = fired ? `## When this is wrong\n\n${rule.falsePositive}` : '';
  const cure = fired ? explainCure(explained) : explainControlStates(explained);
  return [explainStanding(explained), explainReasons(explained), cure, wrong, explainFigures(explained)];
}

function page(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

function operationsSection({ operations }: Finding): string[] {
  if (operations.length < 2) return [];
  const lines = operations.map((operation) => `- ${escapeMarkdown(nameOf(operation))}`);
  return [`## The ${operations.length} operations`, lines.join('\n')];
}
