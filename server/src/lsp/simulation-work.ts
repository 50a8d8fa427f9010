import { finish, type Problem, type RunOptions, running, type Steps, stepsIn, type Tally } from '../core';

/** What a worker is given. */
export interface Work {
  readonly problem: Problem;
  readonly options: RunOptions;
}

/** What it tells: how much is done, 0 to 1, and in the end what came of it. */
export type News = { readonly done: number } | { readonly tally: Tally };

/** Does the work, telling how much is done at each hundredth. Yields where somebody else may have a turn. */
export function* working({ problem, options }: Work, tell: (done: number) => void): Steps<Tally> {
  const total = stepsIn(problem, options);
  const steps = running(problem, options);
  let told = 0;
  for (let count = 1; ; count++) {
    const { done, value } = steps.next();
    if (done) return value;
    if (count * 100 >= (told + 1) * total) {
      told = Math.floor((count * 100) / total);
      tell(Math.min(1, count / total));
    }
    yield;
  }
}

/** Does the work without a break, as a worker may. */
export function work(given: Work, tell: (news: News) => void): void {
  tell({ tally: finish(working(given, (done) => tell({ done }))) });
}
