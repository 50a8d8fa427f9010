import { type Problem, type RunOptions, running, stepsIn, type Tally } from '../core';

/** What a worker is given. */
export interface Work {
  readonly problem: Problem;
  readonly options: RunOptions;
}

/** What it tells: how much is done, 0 to 1, and in the end what came of it. */
export type News = { readonly done: number } | { readonly tally: Tally };

/** Does the work, telling each hundredth. Yields where somebody else may have a turn. */
export function* working(
  { problem, options }: Work,
  tell: (news: News) => void,
): Generator<undefined, void, undefined> {
  const total = stepsIn(problem, options);
  const steps = running(problem, options);
  let told = 0;
  for (let count = 1; ; count++) {
    const { done, value } = steps.next();
    if (done) return tell({ tally: value });
    if (count * 100 >= (told + 1) * total) {
      told = Math.floor((count * 100) / total);
      tell({ done: Math.min(1, count / total) });
    }
    yield;
  }
}

/** Does the work without a break, as a worker may. */
export function work(given: Work, tell: (news: News) => void): void {
  for (const _ of working(given, tell));
}
