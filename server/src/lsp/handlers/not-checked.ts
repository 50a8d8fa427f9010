import type { CancellationToken } from 'vscode-languageserver';
import { type NotCheckedPart, notCheckedIn } from '../../core';
import { NOT_CHECKED, type NotChecked } from '../../protocol';
import type { Context, Registration } from '../context';
import { withInert } from '../with-inert';
import { given } from './request';

/** What was not checked, for those who ask why nothing is said of a part. */
export const registerNotChecked: Registration = (context) => {
  const { connection, session } = context;
  connection.onRequest(NOT_CHECKED, (_params: object, token: CancellationToken) =>
    given(context, token, (): NotChecked[] =>
      notCheckedBy(context).map((part) => ({ ...withInert(part, 'reason'), uri: session.clientUri(part.uri) })),
    ),
  );
};

/** What no rule looked at, and what the search did not reach. */
export function notCheckedBy({ session, files }: Context): readonly NotCheckedPart[] {
  return [
    ...notCheckedIn(session.workspace, session.analysis()),
    ...[...files.unread].map(([uri, reason]) => ({ uri, range: null, reason })),
  ];
}
