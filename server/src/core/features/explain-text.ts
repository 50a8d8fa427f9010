import type { ShownControl } from '../rules';
import type { RuleExplanation } from './explain';
import { escapeMarkdown } from './markdown';
import { CERTAINTY_WORDS } from './state-words';

const SHOWN: Readonly<Record<ShownControl['state'], string>> = { yes: 'yes', no: 'no', unknown: 'not known' };

/** Why a rule fires or does not, as sections of a Markdown page. Text from files is escaped; a rule's own words are Markdown. */
export function explainReasons({ fired, reasons }: RuleExplanation): string {
  const rows = reasons.map(({ holds, text }) => `- ${holds ? '✓' : '✗ **But:**'} ${escapeMarkdown(text)}`);
  return [fired ? '## Why' : '## Why not', rows.join('\n')].join('\n\n');
}

/** How sure it is, and with how many others it is told. */
export function explainStanding({ evidence, finding, silences }: RuleExplanation): string {
  if (evidence === null) return '';
  const others = (finding?.operations.length ?? 1) - 1;
  const shared =
    others > 0 ? `It has one cause with ${others} other operation${others === 1 ? '' : 's'} and is told once.` : '';
  const said = silences.map(
    ({ reason }) => `The threat model says that it is no threat here: ${escapeMarkdown(reason)}`,
  );
  return [CERTAINTY_WORDS[finding?.certainty ?? evidence.certainty], shared, ...said]
    .filter((text) => text !== '')
    .join(' ');
}

/** What is known of the controls that the rule looks for, whether or not it fires. */
export function explainControlStates({ controls }: RuleExplanation): string {
  const rows = knownOf(controls);
  return rows === '' ? '' : `## What is known of what meets it\n\n${rows}`;
}

function knownOf(controls: RuleExplanation['controls']): string {
  return controls
    .map(
      ({ title, state, source, text }) =>
        `- ${escapeMarkdown(title)}: **${SHOWN[state]}** by the ${source}\\. ${escapeMarkdown(text)}`,
    )
    .join('\n');
}

/** What would clear it: the controls, the specification's share, the answers that a model can give. */
export function explainCure({ rule, controls, answers, lacking, mitigation }: RuleExplanation): string {
  const given = answers.map(({ id, title }) => `- ${escapeMarkdown(title === '' ? id : `${id}: ${title}`)}`);
  const { stubs } = rule;
  return [
    '## What would clear it',
    knownOf(controls),
    ...(given.length === 0 ? [] : ['What the model answers:', given.join('\n')]),
    escapeMarkdown(lacking),
    `In the specification: ${rule.mend}`,
    'In the threat model, one of:',
    [
      `- Reduce: ${escapeMarkdown(mitigation)}`,
      `- Transfer: ${stubs.transfer}`,
      `- Avoid: ${stubs.avoid}`,
      `- Accept: ${stubs.accept}`,
    ].join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
