import { type QuickPickItem, QuickPickItemKind, Uri, window, workspace } from 'vscode';
import {
  type ApplyFix,
  MARK_REVIEWED,
  type MarkReviewed,
  REVIEWS,
  type WireReview,
} from '../../../server/src/protocol';
import { text, withoutLinks } from '../texts';
import { apply } from './apply-fix';
import type { Command } from './command';

/** Shows what a review of a model would sign, and signs it whole or one change; the sentence that says why where that was not possible. */
export const markReviewed: Command = {
  id: 'stridewise.markReviewed',
  run: async ({ server }, resource) => {
    await server.ready();
    const reviews = (await server.request<WireReview[]>(REVIEWS, {})) ?? [];
    const review = await chooseReview(
      reviews,
      resource instanceof Uri ? resource : window.activeTextEditor?.document.uri,
    );
    if (review === undefined) return undefined;
    const params = await chooseChange(review);
    const fix = params === undefined ? null : await server.request<ApplyFix>(MARK_REVIEWED, params);
    const problem = fix ? await apply(fix) : null;
    if (problem !== null) void window.showErrorMessage(withoutLinks(problem));
    return problem;
  },
};

async function chooseReview(reviews: readonly WireReview[], at: Uri | undefined): Promise<WireReview | undefined> {
  const here = reviews.find(({ model }) => model === at?.toString());
  if (here !== undefined) return here;
  if (reviews.length === 0) void window.showInformationMessage(text('There is no threat model to mark as reviewed.'));
  if (reviews.length < 2) return reviews[0];
  const items = reviews.map((review) => ({ label: nameOf(review), description: stateOf(review), review }));
  const placeHolder = text('Which threat model was reviewed?');
  return (await window.showQuickPick(items, { placeHolder }))?.review;
}

type ChangeItem = QuickPickItem & { readonly params?: MarkReviewed };

async function chooseChange(review: WireReview): Promise<MarkReviewed | undefined> {
  const { model, changes, first, operations } = review;
  const whole: ChangeItem = {
    label: `$(check-all) ${text('Mark the whole model as reviewed today')}`,
    description: first ? text('{0} operations are recorded for the first time', operations) : stateOf(review),
    params: { model },
  };
  const separator = { label: text('What this signs; choose one to sign it alone'), kind: QuickPickItemKind.Separator };
  const single = first
    ? []
    : changes.map(({ key, text: change, more }): ChangeItem => {
        const icon = more ? '$(warning)' : '$(circle-outline)';
        // What has changed is a sentence of its own, for which a line beside the key is too short.
        return { label: `${icon} ${key}`, detail: change.slice(key.length).trim(), params: { model, key } };
      });
  const items: ChangeItem[] = single.length === 0 ? [whole] : [whole, separator, ...single];
  const title = text('Mark {0} as Reviewed', nameOf(review));
  return (await window.showQuickPick(items, { title, matchOnDescription: true, matchOnDetail: true }))?.params;
}

function stateOf({ changes, reviewed, first }: WireReview): string {
  if (first) return text('nothing is recorded yet');
  const since = reviewed === '' ? text('the last review') : reviewed;
  if (changes.length === 0) return text('nothing has changed since {0}', since);
  return changes.length === 1
    ? text('1 change since {0}', since)
    : text('{0} changes since {1}', changes.length, since);
}

function nameOf({ model }: WireReview): string {
  return workspace.asRelativePath(Uri.parse(model));
}
