import type { Finding } from '../coverage/types';
import { assess } from '../risk';
import { methodsInHover, riskInWords } from './explain-risk';
import { escapeMarkdown } from './markdown';
import { CERTAINTY_WORDS, categoriesInWords, STATE_WORDS } from './state-words';
import { techniqueLine } from './threat-words';

/** A finding for people who never heard of STRIDE: what, how bad, why, what to do. A rule's own words are Markdown. */
export function explainFinding(finding: Finding): string {
  return told(finding, messageOf(finding), true);
}

/** The same without where the figure comes from: there is one for each row of a tree. */
export function explainShortly(finding: Finding): string {
  return told(finding, messageOf(finding), false);
}

/** The same without what the diagnostic beside it says already. */
export function explainBeside(finding: Finding): string {
  return told(finding, [], true);
}

function messageOf({ message, lacking }: Finding): readonly string[] {
  return [escapeMarkdown(message), escapeMarkdown(lacking)];
}

function told(finding: Finding, message: readonly string[], isWhole: boolean): string {
  const { definition } = finding;
  return [
    `**${escapeMarkdown(finding.title)}** \\(${STATE_WORDS[finding.state]}\\)`,
    ...message,
    definition === null ? '' : `What happens: ${definition.impact}`,
    figures(finding),
    ...techniques(finding),
    finding.owasp.length === 0
      ? ''
      : `${categoriesInWords(finding.stride)} · ${finding.owasp.map(escapeMarkdown).join(', ')}`,
    definition === null ? '' : `In the specification: ${definition.mend}`,
    isWhole ? methods(finding) : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** How the threat is carried out, where its model says so. */
function techniques({ threat }: Finding): string[] {
  const lines = (threat?.attacks ?? []).map(({ text }) => techniqueLine(text)).filter((line) => line !== '');
  return lines.length === 0 ? [] : [['How it is done:', ...lines.map((line) => `- ${line}`)].join('\n')];
}

function figures({ rule, risk, certainty }: Finding): string {
  return rule === 'unanswered' ? '' : `Risk: ${riskInWords(risk)}. ${CERTAINTY_WORDS[certainty]}`;
}

/** Last, since it is the longest. */
function methods({ basis }: Finding): string {
  return basis === null ? '' : methodsInHover(assess(basis));
}
