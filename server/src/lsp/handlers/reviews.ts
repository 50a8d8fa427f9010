import type { CancellationToken } from 'vscode-languageserver';
import { markReviewed, reviewsOf } from '../../core';
import { type ApplyFix, MARK_REVIEWED, type MarkReviewed, REVIEWS, type WireReview } from '../../protocol';
import type { Context, Registration } from '../context';
import { fixToApply } from '../to-protocol';
import { canonical } from '../uris';
import { givenAll } from './request';

/** What reviews of models would sign, and their edits. */
export const registerReviews: Registration = (context) => {
  const { connection, session } = context;
  connection.onRequest(REVIEWS, (_params: unknown, token: CancellationToken) =>
    givenAll(context, token, (): WireReview[] =>
      reviewsOf(session.analysis()).map(({ model, lock: _lock, ...review }) => ({
        ...review,
        model: session.clientUri(model),
      })),
    ),
  );
  connection.onRequest(MARK_REVIEWED, (params: MarkReviewed, token: CancellationToken) =>
    givenAll(context, token, () => marked(context, params)),
  );
};

function marked({ session, host }: Context, { model, key }: MarkReviewed): ApplyFix {
  const edits = markReviewed(session.workspace, session.analysis(), canonical(model), host.today(), key);
  const refused = 'refused' in edits ? { edits: [], refused: edits.refused } : { edits };
  const fix = { title: 'Mark as Reviewed', kind: 'quickfix', diagnostics: [], preferred: false, ...refused } as const;
  return fixToApply(fix, session);
}
