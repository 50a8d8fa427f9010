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

/** Runs the cases one after the other, each within a minute; `after` each of them something that may fail as well. */
export async function runCases(
  cases: readonly Case[],
  results: Results,
  after: () => Promise<void> = async () => undefined,
): Promise<void> {
  for (const { name, skip, run } of cases) {
    if (skip !== undefined) {
      results.add({ name, outcome: 'skipped', detail: skip });
      continue;
    }
    const failures: string[] = [];
    const tried = (work: Promise<unknown>) => within(longest, work).catch((error) => failures.push(wordsOf(error)));
    const detail = await tried(run());
    await tried(after());
    if (failures.length > 0) results.add({ name, outcome: 'failed', detail: failures.join('\nand then ') });
    else results.add({ name, outcome: 'passed', detail: typeof detail === 'string' ? detail : '' });
  }
}

const wordsOf = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : `${error}`);

function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`not done after ${milliseconds} ms`)), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
