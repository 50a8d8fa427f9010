/** A computation that may be interrupted between its steps, each of a millisecond or so, and gives its result at the end. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Runs the rest of a computation without interruption. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
