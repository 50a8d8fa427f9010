import { isAnswered, questionsOf } from '../../coverage';
import type { ApiAnalysis } from '../../coverage/types';
import { memo } from '../../text';

/** The questions of an API: the categories that somebody must have thought of, of all its operations. */
export interface QuestionCount {
  readonly asked: number;
  /** Something was said or is shown that settles them; a plan settles nothing. */
  readonly answered: number;
  /** Nobody has said anything, and nothing was found. */
  readonly unanswered: number;
}

/** Looks at every operation, and so is for those who ask; remembered while the analysis lasts. */
export const questionCountOf: (api: ApiAnalysis) => QuestionCount = memo((api) => {
  let [asked, answered, unanswered] = [0, 0, 0];
  for (const [operation, states] of api.coverage) {
    for (const category of questionsOf(operation, api.exposure, api.called)) {
      const state = states[category];
      asked += 1;
      if (isAnswered(state)) answered += 1;
      else if (state === 'unanswered') unanswered += 1;
    }
  }
  return { asked, answered, unanswered };
});
