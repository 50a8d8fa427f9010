import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { SimulateParams, WireSimulation } from '../../protocol';
import type { Context } from '../context';
import { simulate } from '../simulate';

/** Answers a request unless it was cancelled in the messages that wait behind it. */
export async function given<T>(
  context: Context,
  token: CancellationToken,
  answer: () => T | Promise<T>,
): Promise<T | ResponseError<never>> {
  context.background.noteMessage();
  await context.host.turn();
  if (token.isCancellationRequested) {
    return new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
  }
  return answer();
}

/** As `given`, once the whole workspace is known: what is edited must not depend on how far the search has come. */
export async function givenAll<T>(
  context: Context,
  token: CancellationToken,
  answer: () => T | Promise<T>,
): Promise<T | ResponseError<never>> {
  const cancelled = new Promise<void>((resolve) => token.onCancellationRequested(() => resolve()));
  await Promise.race([context.search.over, cancelled]);
  return given(context, token, answer);
}

/** As `givenAll`, from attacks that were simulated on the workspace. */
export async function afterSimulation<T>(
  context: Context,
  params: SimulateParams,
  token: CancellationToken,
  answer: (simulation: WireSimulation) => T,
): Promise<T | ResponseError<never>> {
  const cancelled = await givenAll(context, token, () => null);
  if (cancelled !== null) return cancelled;
  const simulation = await simulate(context, params, token);
  if (simulation !== null) return answer(simulation);
  return new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'The simulation was cancelled.');
}
