import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { summarise } from '../../core';
import { SIMULATE, type SimulateParams, type WireSimulation } from '../../protocol';
import type { Context, Registration } from '../context';
import { optionsOf, prepare, run, type Watcher } from '../simulation';
import { simulationToProtocol } from '../simulation-to-protocol';
import { canonical } from '../uris';
import { givenAll } from './request';

/** Simulated attacks, beside everything else that the server does. */
export const registerSimulate: Registration = (context) => {
  context.connection.onRequest<WireSimulation, never>(SIMULATE, (params: SimulateParams, token: CancellationToken) =>
    answer(context, params, token),
  );
};

async function answer(
  context: Context,
  params: SimulateParams,
  token: CancellationToken,
): Promise<WireSimulation | ResponseError<never>> {
  const cancelled = await givenAll(context, token, () => null);
  if (cancelled !== null) return cancelled;
  const progress = progressTo(context, params.workDoneToken);
  try {
    const result = await simulate(context, params, { token, tell: progress.tell });
    return result ?? new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'The simulation was cancelled.');
  } finally {
    progress.end();
  }
}

async function simulate(context: Context, params: SimulateParams, watcher: Watcher): Promise<WireSimulation | null> {
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
