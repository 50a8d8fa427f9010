import type { ProblemCode } from '../problem-codes';
import { isDate } from '../read/values';
import type { Mitigation, Model, ModelProblem } from '../types';
import type { ModelWord } from '../words/word';
import { dayAfter } from './days';
import type { Check } from './input';

/** Somebody has to find a new day, or something better, before the old one passes. */
const NOTICE = '14 days';

/** What was accepted or assumed until a day, or planned by one, that has passed: it is open again. Then what will be soon. */
export const pastDates: Check = ({ model, words, today }) => {
  const soon = dayAfter(today, NOTICE) ?? today;
  const near = words.of('date').filter(({ text }) => isDate(text) && text <= soon);
  if (near.length === 0) return [];
  const answers = new Map(model.mitigations.map((answer) => [answer.id, answer]));
  return near.flatMap((word) =>
    word.text < today
      ? problemOf(word, model, answers).map((problem) => withStatus(problem, word, words.of('choice')))
      : noticeOf(word, model, answers.get(word.entry)),
  );
};

/** What was planned until a day is there by now, or is known not to be: neither is more likely. */
function withStatus(problem: ModelProblem, word: ModelWord, choices: readonly ModelWord[]): ModelProblem {
  const status = choices.find(
    ({ section, entry, key, at }) =>
      key?.name === 'status' && section === word.section && entry === word.entry && at.block === word.at.block,
  );
  if (problem.code !== 'overdue' || status === undefined) return problem;
  const fixes = (['implemented', 'missing'] as const).map((newText) => ({
    title: `Say that \`${word.entry}\` is ${newText}`,
    newText: word.text,
    also: [{ at: status.at, newText }],
  }));
  return { ...problem, fixes };
}

function isAssumed({ section, entry }: ModelWord, model: Model): boolean {
  return section === 'assumptions' && model.assumptions.some(({ id }) => id === entry);
}

function noticeOf(word: ModelWord, model: Model, answer: Mitigation | undefined): ModelProblem[] {
  const { text, at, section, entry, key } = word;
  const isAccepted = section === 'mitigations' && answer?.strategy === 'accept';
  if (key?.name !== 'until' || !(isAccepted || isAssumed(word, model))) return [];
  const what = isAccepted ? 'accepted' : 'assumed';
  const message = `\`${entry}\` is ${what} until ${text} only and open again after that day: agree on a new day, or do something about it`;
  return [{ code: 'expires-soon', message, severity: 'warning', at }];
}

function problemOf(word: ModelWord, model: Model, answers: ReadonlyMap<string, Mitigation>): ModelProblem[] {
  const { text, at, section, entry, key } = word;
  const answer = section === 'mitigations' ? answers.get(entry) : undefined;
  const say = (code: ProblemCode, message: string): ModelProblem[] => [{ code, message, severity: 'warning', at }];
  if (key?.name === 'until' && isAssumed(word, model)) {
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
