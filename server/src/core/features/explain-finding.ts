import type { Finding } from '../coverage/types';
import { escapeMarkdown } from './markdown';
import { CERTAINTY_WORDS, categoriesInWords, STATE_WORDS } from './state-words';
import { techniqueLine } from './threat-words';

/** A finding for people who never heard of STRIDE: what, how bad, why, what to do. A rule's own words are Markdown. */
export function explainFinding(finding: Finding): string {
  return told(finding, [escapeMarkdown(finding.message), escapeMarkdown(finding.lacking)]);
}

/** The same without what the diagnostic beside it says already. */
export function explainBeside(finding: Finding): string {
  return told(finding, []);
}

function told(finding: Finding, message: readonly string[]): string {
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
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** How the threat is carried out, where its model says so. */
function techniques({ threat }: Finding): string[] {
  const lines = (threat?.attacks ?? []).map(({ text }) => techniqueLine(text)).filter((line) => line !== '');
  return lines.length === 0 ? [] : [['How it is done:', ...lines.map((line) => `- ${line}`)].join('\n')];
}

function figures({ rule, risk, dread, certainty }: Finding): string {
  if (rule === 'unanswered') return '';
  const factors = dread === null ? '' : ` \\(DREAD ${dread.join('/')}\\)`;
  const before = risk.inherent === risk.residual ? '' : `, ${risk.inherent} before any answer`;
  return `Risk: ${risk.level}, ${risk.residual} of 10${before}${factors}. ${CERTAINTY_WORDS[certainty]}`;
}
