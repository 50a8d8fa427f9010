import type { Clause, StrideLetter } from '../../catalogue';
import { CATEGORY_WORDS } from '../../model';
import type { ModelGoal } from '../../model/types';
import { AGAINST } from '../goal-lines';
import { PLAIN_WORDS } from '../questions';

const ALL: readonly StrideLetter[] = ['S', 'T', 'R', 'I', 'D', 'E'];

/** What a goal without a regulation that we know asks: the questions of its property's category, or of all six. */
export function implicitClause({ property }: ModelGoal): Clause {
  const none = { number: '', controls: [], rules: [] };
  if (property === null) {
    const question = 'Has somebody said what keeps each of the six kinds of threat from happening?';
    return { ...none, id: 'all', topic: 'what can go wrong', question, stride: ALL };
  }
  const category = AGAINST[property];
  const question = `Has somebody said what keeps this from happening: ${PLAIN_WORDS[category]}?`;
  const letter = ALL.find((one) => category.startsWith(one.toLowerCase()));
  return {
    ...none,
    id: CATEGORY_WORDS[category],
    topic: property,
    question,
    stride: letter === undefined ? [] : [letter],
  };
}
