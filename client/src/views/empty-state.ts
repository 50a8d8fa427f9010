import { workspace } from 'vscode';
import type { ServerControl } from '../language-client';

/** Why the tree shows nothing; `none` where it shows something. Each has a welcome text in package.json. */
export type EmptyState = 'none' | 'failed' | 'searching' | 'noFolder' | 'noApi' | 'filtered' | 'noModel' | 'noThreat';

export function emptyState({ state, summary }: ServerControl, filter: string, shown: number): EmptyState {
  if (state === 'failed') return 'failed';
  if (shown > 0) return 'none';
  if (summary.searching) return 'searching';
  if (summary.apis === 0) return workspace.workspaceFolders ? 'noApi' : 'noFolder';
  if (filter !== '') return 'filtered';
  return summary.bare.length > 0 ? 'noModel' : 'noThreat';
}
