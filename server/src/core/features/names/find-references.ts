import type { Analysis } from '../../coverage/types';
import type { Position } from '../../text';
import type { Workspace } from '../../workspace';
import { type Location, locate } from '../locate';
import { nameAt } from './name-at';
import { usesOf } from './uses';

const MOST = 1000;

/** Where the name at a position is used, and given where that is asked for; in the order of files. */
export function referencesFor(
  workspace: Workspace,
  analysis: Analysis,
  uri: string,
  position: Position,
  withDeclaration: boolean,
): Location[] {
  const found = nameAt(workspace, analysis, uri, position);
  if (found === null) return [];
  const locations = usesOf(workspace, analysis, found.name)
    .filter(({ declares }) => withDeclaration || !declares)
    .flatMap(({ at }) => locate(workspace, at) ?? []);
  const seen = new Set<string>();
  return locations
    .filter(({ uri: file, range: { start } }) => {
      const key = `${file} ${start.line} ${start.character}`;
      return !seen.has(key) && seen.add(key);
    })
    .slice(0, MOST);
}
