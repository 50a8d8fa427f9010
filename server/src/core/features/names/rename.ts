import type { Analysis } from '../../coverage/types';
import type { Position, Range } from '../../text';
import type { Workspace } from '../../workspace';
import type { FileEdit } from '../diagnostic';
import { locate } from '../locate';
import { type Change, editsOf, type Refusal } from './change';
import type { Name } from './name';
import { nameAt } from './name-at';
import { renameEntry } from './rename-entry';
import { renameOperation, sharedWith } from './rename-operation';
import { renamePath } from './rename-path';
import { unreadMention } from './unread';
import { usesOf } from './uses';

/** The word that would get another name. */
export interface Renamable {
  readonly range: Range;
  readonly placeholder: string;
}

/** What is renamed at a position, or why nothing can be. */
export function prepareRename(
  workspace: Workspace,
  analysis: Analysis,
  uri: string,
  position: Position,
): Renamable | Refusal {
  const found = nameAt(workspace, analysis, uri, position);
  const range = found === null ? undefined : locate(workspace, found.at)?.range;
  if (found === null || range === undefined) return NOTHING;
  const { name } = found;
  if (name.kind === 'entry') return { range, placeholder: name.id };
  if (name.kind === 'path') return { range, placeholder: name.path };
  if (name.kind === 'word')
    return { refused: `\`${name.text}\` cannot be renamed: only ids of models, \`operationId\`s and paths can` };
  if (name.kind === 'derived') return derivedRefusal(name);
  const refused = renameOperation(workspace, analysis, name, `${name.operation.operationId}-`);
  return 'refused' in refused ? refused : { range, placeholder: name.operation.operationId };
}

const NOTHING: Refusal = {
  refused: 'Nothing here has a name that can be changed: put the cursor on an id, an `operationId` or a path',
};

/** The edits that rename what stands at a position in every file, or why it cannot be renamed whole. */
export function renameFor(
  workspace: Workspace,
  analysis: Analysis,
  uri: string,
  position: Position,
  newName: string,
): readonly FileEdit[] | Refusal {
  const found = nameAt(workspace, analysis, uri, position);
  if (found === null) return NOTHING;
  const changes = changesFor(workspace, analysis, found.name, newName);
  if ('refused' in changes) return changes;
  const unread = unreadMention(workspace, analysis, found.name, changes);
  return unread === null ? editsOf(workspace, changes) : { refused: unread };
}

function derivedRefusal({ id, entry }: Extract<Name, { kind: 'derived' }>): Refusal {
  return { refused: `\`${id}\` is made of \`${entry}\` and the name of its file: rename one of these` };
}

function changesFor(workspace: Workspace, analysis: Analysis, name: Name, to: string): readonly Change[] | Refusal {
  switch (name.kind) {
    case 'entry':
      return name.id === to ? [] : renameEntry(workspace, analysis, name, to);
    case 'path':
      return name.path === to ? [] : renamePath(workspace, analysis, name, to);
    case 'operation': {
      const shared = sharedWith(workspace, analysis, usesOf(workspace, analysis, name), name.api);
      if (shared !== null) return { refused: shared };
      return name.operation.operationId === to ? [] : renameOperation(workspace, analysis, name, to);
    }
    case 'derived':
      return derivedRefusal(name);
    default:
      return { refused: `\`${name.text}\` cannot be renamed: only ids of models, \`operationId\`s and paths can` };
  }
}
