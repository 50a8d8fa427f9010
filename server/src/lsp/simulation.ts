import type { CancellationToken } from 'vscode-languageserver';
import { type Prepared, preparing, type RunOptions, type Tally } from '../core';
import type { Context } from './context';
import type { HostWorker } from './host';
import { type News, type Work, working } from './simulation-work';

/** Whoever waits for a simulation: may cancel it, and hears how much is done, 0 to 1. */
export interface Watcher {
  readonly token: CancellationToken;
  tell(done: number): void;
}

/** The graph of the workspace as it is, made in slices; null where it was cancelled or the server stops. */
export async function prepare(context: Context, uris: ReadonlySet<string> | null, { token }: Watcher) {
  const { session, background } = context;
  const { workspace } = session;
  const analysis = session.analysis();
  const apis = uris === null ? analysis.apis : analysis.apis.filter(({ description }) => uris.has(description.uri));
  const steps = preparing(analysis, apis);
  let prepared: Prepared | null = null;
  await background.run(async () => {
    while (!token.isCancellationRequested && !background.stopped) {
      const { done, value } = steps.next();
      if (done) {
        prepared = value;
        return;
      }
      await background.pause();
    }
  });
  return prepared === null ? null : { workspace, prepared: prepared as Prepared };
}

/** Runs the simulation: in a worker where the host has one and it works, else in slices. Null where it was cancelled. */
export async function run(context: Context, work: Work, watcher: Watcher): Promise<Tally | null> {
  const worker = context.host.startWorker?.() ?? null;
  if (worker !== null) {
    const tally = await inWorker(worker, work, watcher);
    if (tally !== 'failed') return tally;
  }
  return inSlices(context, work, watcher);
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

async function inSlices({ background }: Context, work: Work, { token, tell }: Watcher): Promise<Tally | null> {
  let tally: Tally | null = null;
  const hear = (news: News) => {
    if ('tally' in news) tally = news.tally;
    else tell(news.done);
  };
  const steps = working(work, hear);
  await background.run(async () => {
    while (!token.isCancellationRequested && !background.stopped && !steps.next().done) await background.pause();
  });
  return tally;
}

/** What a client asked for, within what can be done. */
export function optionsOf(params: Partial<RunOptions>, defaults: RunOptions, most: number): RunOptions {
  const { runs = defaults.runs, seed = defaults.seed } = params;
  return {
    runs: Number.isSafeInteger(runs) ? Math.min(most, Math.max(1, runs)) : defaults.runs,
    seed: Number.isSafeInteger(seed) ? seed : defaults.seed,
  };
}
