import type { CancellationToken } from 'vscode-languageserver';
import { summarise } from '../core';
import type { SimulateParams, WireSimulation } from '../protocol';
import type { Context } from './context';
import { optionsOf, prepare, run, type Watcher } from './simulation';
import { simulationToProtocol } from './simulation-to-protocol';
import { canonical } from './uris';

/** Simulates attacks on the workspace as it is, telling how far it is to whoever gave a token for that; null where it was cancelled. */
export async function simulate(
  context: Context,
  params: SimulateParams,
  token: CancellationToken,
): Promise<WireSimulation | null> {
  const progress = progressTo(context, params.workDoneToken);
  try {
    return await watched(context, params, { token, tell: progress.tell });
  } finally {
    progress.end();
  }
}

async function watched(context: Context, params: SimulateParams, watcher: Watcher): Promise<WireSimulation | null> {
  const options = optionsOf(params);
  const uris = params.uris === undefined ? null : new Set(params.uris.map(canonical));
  const made = await prepare(context, uris, watcher);
  if (made === null) return null;
  const { prepared, workspace } = made;
  const tally = await run(context, { problem: prepared.problem, options }, watcher);
  if (tally === null) return null;
  const simulation = summarise(prepared, tally, options.seed);
  return simulationToProtocol(simulation, workspace, (uri) => context.session.clientUri(uri));
}

/** Tells a client how far it is, if it gave a token for that. */
function progressTo({ connection }: Context, token: string | number | undefined) {
  if (token === undefined) return { tell: () => undefined, end: () => undefined };
  const reporter = connection.window.attachWorkDoneProgress(token);
  reporter.begin('Simulating attacks', 0, undefined, true);
  return { tell: (done: number) => reporter.report(Math.floor(done * 100)), end: () => reporter.done() };
}
