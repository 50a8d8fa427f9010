import type { ProblemCode } from '../problem-codes';
import { isDate } from '../read/values';
import type { ModelProblem } from '../types';
import { dayAfter } from './days';
import type { Check } from './input';

/** A review that is overdue, that never was, or that lies ahead. */
export const reviews: Check = ({ words, today }) => {
  const reviewed = words.of('date').find(({ section }) => section === 'reviewed');
  const every = words.of('duration').find(({ section }) => section === 'reviewEvery');
  const say = (at: ModelProblem['at'], code: ProblemCode, message: string): ModelProblem[] => [
    { code, message, severity: 'warning', at },
  ];
  if (reviewed === undefined) {
    if (every === undefined || words.of('section').some(({ text }) => text === 'reviewed')) return [];
    const message = `It is to be reviewed every ${every.text}, and nobody has: write under \`reviewed\` when people agreed`;
    return say(every.at, 'never-reviewed', message);
  }
  if (!isDate(reviewed.text)) return [];
  if (reviewed.text > today) {
    return say(reviewed.at, 'reviewed-ahead', `${reviewed.text} is still to come: write the day of the last review`);
  }
  const next = every === undefined ? null : dayAfter(reviewed.text, every.text);
  if (next === null || next >= today) return [];
  const message = `This was last reviewed on ${reviewed.text} and should have been again by ${next}`;
  return say(reviewed.at, 'review-overdue', message);
};
