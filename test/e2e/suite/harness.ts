import { writeFileSync } from 'node:fs';

export interface Result {
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly detail?: string;
}

export interface Case {
  readonly name: string;
  /** Why this run leaves the case out; undefined when it counts. */
  readonly skip?: string;
  run(): Promise<unknown>;
}

export interface Results {
  readonly all: readonly Result[];
  /** Writes what is known so far, so that a crash loses one case and not the run. */
  add(result: Result): void;
}

/** Results that are written to `file` as they come. */
export function resultsIn(file: string): Results {
  const all: Result[] = [];
  return {
    all,
    add(result) {
      all.push(result);
      writeFileSync(file, JSON.stringify(all));
    },
  };
}

const longest = 60_000;

/** Runs the cases one after the other, each within a minute. */
export async function runCases(cases: readonly Case[], results: Results): Promise<void> {
  for (const { name, skip, run } of cases) {
    if (skip !== undefined) {
      results.add({ name, outcome: 'skipped', detail: skip });
      continue;
    }
    try {
      const detail = await within(longest, run());
      results.add({ name, outcome: 'passed', detail: typeof detail === 'string' ? detail : '' });
    } catch (error) {
      results.add({
        name,
        outcome: 'failed',
        detail: error instanceof Error ? (error.stack ?? error.message) : `${error}`,
      });
    }
  }
}

function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`not done after ${milliseconds} ms`)), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
