import type { CancellationToken } from 'vscode-languageserver';
import { OVERVIEW, type OverviewParams } from '../../protocol';
import type { Registration } from '../context';
import { overviewFor } from '../overview-for';
import { givenAll } from './request';

/** The risk overview: figures, coverage and the data-flow diagram, worked out when somebody looks. */
export const registerOverview: Registration = (context) => {
  context.connection.onRequest(OVERVIEW, ({ uris }: OverviewParams, token: CancellationToken) =>
    givenAll(context, token, () => overviewFor(context.session, uris)),
  );
};
