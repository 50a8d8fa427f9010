import type { CancellationToken } from 'vscode-languageserver';
import { SIMULATE, type SimulateParams, type WireSimulation } from '../../protocol';
import type { Registration } from '../context';
import { afterSimulation } from './request';

/** Simulated attacks, beside everything else that the server does. */
export const registerSimulate: Registration = (context) => {
  context.connection.onRequest<WireSimulation, never>(SIMULATE, (params: SimulateParams, token: CancellationToken) =>
    afterSimulation(context, params, token, (simulation) => simulation),
  );
};
