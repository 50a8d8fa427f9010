import type { CancellationToken } from 'vscode-languageserver';
import { notCheckedIn } from '../../core';
import { NOT_CHECKED, type NotChecked } from '../../protocol';
import type { Registration } from '../context';
import { given } from './request';

/** What was not checked, for those who ask why nothing is said of a part. */
export const registerNotChecked: Registration = (context) => {
  const { connection, session } = context;
  connection.onRequest(NOT_CHECKED, (_params: object, token: CancellationToken) =>
    given(context, token, (): NotChecked[] =>
      notCheckedIn(session.workspace, session.analysis()).map((part) => ({
        ...part,
        uri: session.clientUri(part.uri),
      })),
    ),
  );
};
