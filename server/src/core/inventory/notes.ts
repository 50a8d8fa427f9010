import type { ModelApi } from '../model/types';
import { isInnerServer, isTestServer } from '../rules/facts/hosts';
import type { InventoryNote, InventoryRow } from './types';

/** What somebody should look at. `newer`: the major version of a newer edition beside it; `overdue`: its review is. */
export function notesOf(
  row: Omit<InventoryRow, 'notes'>,
  entries: readonly ModelApi[],
  { newer, overdue }: { readonly newer: number | null; readonly overdue: boolean },
): InventoryNote[] {
  const { models, deprecated, operations, owner, servers, exposure } = row;
  const notes: (InventoryNote | null)[] = [
    models.length === 0 ? { code: 'unmodelled', text: 'no threat model names it' } : null,
    ...entries.map(lifeNote),
    deprecated === 0
      ? null
      : {
          code: 'deprecated-served',
          text: `${deprecated} of ${operations} operations ${deprecated === 1 ? 'is' : 'are'} deprecated and still described`,
        },
    newer === null ? null : { code: 'older-version', text: `version ${newer} of it stands beside it` },
    ...servers.map((url) => (exposure === 'internal' ? null : serverNote(url))),
    models.length > 0 && owner === '' ? { code: 'no-owner', text: 'nobody is named who answers for it' } : null,
    reviewNote(row, overdue),
  ];
  return notes.filter((note) => note !== null);
}

function lifeNote({ lifecycle }: ModelApi): InventoryNote | null {
  if (lifecycle === 'retired')
    return { code: 'retired-served', text: 'it is retired, and its description is still there' };
  return lifecycle === 'deprecated' ? { code: 'deprecated-served', text: 'it is deprecated, and still served' } : null;
}

function serverNote(url: string): InventoryNote | null {
  if (isInnerServer(url)) return { code: 'inner-server', text: `${url} looks like a server of an inner network` };
  return isTestServer(url) ? { code: 'test-server', text: `${url} looks like a server for tests` } : null;
}

function reviewNote(
  { models, reviewed }: Pick<InventoryRow, 'models' | 'reviewed'>,
  overdue: boolean,
): InventoryNote | null {
  if (models.length === 0) return null;
  if (overdue) return { code: 'review-overdue', text: `its review of ${reviewed} is overdue` };
  return reviewed === '' ? { code: 'never-reviewed', text: 'its threat model names no review' } : null;
}
