import { PLAIN_WORDS } from '../coverage';
import type { CategoryState } from '../coverage/types';
import type { Certainty, Stride } from '../rules/types';

/** What became of a threat or a category, for people who do not know our words for it. */
export const STATE_WORDS: Readonly<Record<CategoryState, string>> = {
  avoided: 'avoided',
  mitigated: 'mitigated',
  transferred: 'handed to somebody else',
  accepted: 'accepted',
  assumed: 'assumed to be taken care of',
  planned: 'answer planned, not done',
  threatened: 'open',
  silenced: 'said to be no threat',
  'not-applicable': 'does not apply',
  controlled: 'the specification shows a control',
  unanswered: 'nobody has answered yet',
};

/** What stands behind a finding, for people who ask why one is a warning and another an information. */
export const CERTAINTY_WORDS: Readonly<Record<Certainty, string>> = {
  shown: 'The description shows it.',
  silent: 'The description does not say, so somebody has to: it is an information, and no check fails for it.',
};

/** `spoofing (someone passes for somebody else), ...`, as Markdown. */
export function categoriesInWords(categories: readonly Stride[]): string {
  return categories.map((category) => `${category.replaceAll('-', ' ')} \\(${PLAIN_WORDS[category]}\\)`).join(', ');
}
