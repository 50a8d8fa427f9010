import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Context } from '../context';

/** Answers a request unless it was cancelled in the messages that wait behind it. */
export async function given<T>(
  context: Context,
  token: CancellationToken,
  answer: () => T,
): Promise<T | ResponseError<never>> {
  await context.host.turn();
  if (token.isCancellationRequested) {
    return new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
  }
  return answer();
}
