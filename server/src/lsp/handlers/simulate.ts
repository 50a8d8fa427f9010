import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { SIMULATE, type SimulateParams, type WireSimulation } from '../../protocol';
import type { Context, Registration } from '../context';
import { simulate } from '../simulate';
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
  const result = await simulate(context, params, token);
  return result ?? new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'The simulation was cancelled.');
}
