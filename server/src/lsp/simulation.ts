import type { CancellationToken } from 'vscode-languageserver';
import { MOST_RUNS, preparing, RUNS, type RunOptions, SEED, type Steps, type Tally } from '../core';
import type { Context } from './context';
import type { HostWorker } from './host';
import { type Work, working } from './simulation-work';

/** Whoever waits for a simulation: may cancel it, and hears how much is done, 0 to 1. */
export interface Watcher {
  readonly token: CancellationToken;
  tell(done: number): void;
}

/** The graph of the workspace as it is, made in slices; null where it was cancelled or the server stops. */
export async function prepare(context: Context, uris: ReadonlySet<string> | null, watcher: Watcher) {
  const { session } = context;
  const { workspace } = session;
  const analysis = session.analysis();
  const apis = uris === null ? analysis.apis : analysis.apis.filter(({ description }) => uris.has(description.uri));
  const prepared = await inSlices(context, preparing(analysis, apis), watcher);
  return prepared === null ? null : { workspace, prepared };
}

/** Runs the simulation: in a worker where the host has one and it works, else in slices. Null where it was cancelled. */
export async function run(context: Context, work: Work, watcher: Watcher): Promise<Tally | null> {
  const worker = context.host.startWorker?.() ?? null;
  if (worker !== null) {
    const tally = await inWorker(worker, work, watcher);
    if (tally !== 'failed') return tally;
  }
  return inSlices(context, working(work, watcher.tell), watcher);
}

function inWorker(worker: HostWorker, work: Work, { token, tell }: Watcher): Promise<Tally | null | 'failed'> {
  return new Promise((resolve) => {
    const end = (result: Tally | null | 'failed') => {
      cancellation.dispose();
      worker.terminate();
      resolve(result);
    };
    const cancellation = token.onCancellationRequested(() => end(null));
    worker.listen(
      (news) => ('tally' in news ? end(news.tally) : tell(news.done)),
      () => end('failed'),
    );
    worker.post(work);
    if (token.isCancellationRequested) end(null);
  });
}

/** Goes through a computation, giving way between its steps; null where it was cancelled or the server stops. */
async function inSlices<T>({ background }: Context, steps: Steps<T>, { token }: Watcher): Promise<T | null> {
  let result: T | null = null;
  await background.run(async () => {
    while (!token.isCancellationRequested && !background.stopped) {
      const { done, value } = steps.next();
      if (done) {
        result = value;
        return;
      }
      await background.pause();
    }
  });
  return result;
}

/** What a client asked for, within what can be done. */
export function optionsOf({ runs = RUNS, seed = SEED }: Partial<RunOptions>): RunOptions {
  return {
    runs: Number.isSafeInteger(runs) ? Math.min(MOST_RUNS, Math.max(1, runs)) : RUNS,
    seed: Number.isSafeInteger(seed) ? seed : SEED,
  };
}
