import type { ProblemCode } from '../problem-codes';
import { isDate } from '../read/values';
import type { Mitigation, Model, ModelProblem } from '../types';
import type { ModelWord } from '../words/word';
import type { Check } from './input';

/** What was accepted or assumed until a day, or planned by one, that has passed: it is open again. */
export const pastDates: Check = ({ model, words, today }) => {
  const past = words.of('date').filter(({ text }) => isDate(text) && text < today);
  if (past.length === 0) return [];
  const answers = new Map(model.mitigations.map((answer) => [answer.id, answer]));
  return past.flatMap((word) => problemOf(word, model, answers));
};

function problemOf(word: ModelWord, model: Model, answers: ReadonlyMap<string, Mitigation>): ModelProblem[] {
  const { text, at, section, entry, key } = word;
  const answer = section === 'mitigations' ? answers.get(entry) : undefined;
  const say = (code: ProblemCode, message: string): ModelProblem[] => [{ code, message, severity: 'warning', at }];
  if (key?.name === 'until' && section === 'assumptions' && model.assumptions.some(({ id }) => id === entry)) {
    return say('expired', `\`${entry}\` was assumed until ${text}: look at it again, and give it a new day or drop it`);
  }
  if (key?.name === 'until' && answer?.strategy === 'accept') {
    return say(
      'expired',
      `\`${entry}\` was accepted until ${text}: it is open again, so treat it or agree on a new day`,
    );
  }
  if (key?.name === 'due' && (answer?.status ?? 'planned') === 'planned' && answer !== undefined) {
    return say('overdue', `\`${entry}\` was due on ${text}: say that it is done, or plan it anew`);
  }
  return [];
}
