import type { CategoryState } from '../coverage/types';

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
