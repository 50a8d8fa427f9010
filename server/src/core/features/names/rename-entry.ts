import type { Analysis } from '../../coverage/types';
import { reservedAs } from '../../model/grammar/words';
import type { Workspace } from '../../workspace';
import type { Change, Refusal } from './change';
import { familyWords } from './family';
import type { Name } from './name';
import { usesOf } from './uses';

type Entry = Extract<Name, { kind: 'entry' }>;

/** Sections whose ids may stand in each other's place, so that one id names one thing among them. */
const SHARED: ReadonlySet<string> = new Set([
  'apis',
  'components',
  'actors',
  'data',
  'goals',
  'businessFlows',
  'threats',
]);

/** The changes that give an entry another id, wherever the id stands. */
export function renameEntry(
  workspace: Workspace,
  analysis: Analysis,
  name: Entry,
  newName: string,
): readonly Change[] | Refusal {
  if (!/^[A-Za-z_][\w.-]*$/.test(newName)) return { refused: 'An id is letters, digits and hyphens' };
  const reserved = reservedAs(newName);
  if (reserved !== null) return { refused: `${reserved}: choose another id` };
  const taken = familyWords(workspace, analysis, name.model).find(
    ({ role, text, section }) => role === 'id' && text === newName && isBeside(section, name.section),
  );
  if (taken !== undefined) return { refused: `\`${newName}\` already stands under \`${taken.section}\`` };
  return usesOf(workspace, analysis, name).map(({ at }) => ({ at, from: name.id, to: newName }));
}

function isBeside(first: string, second: string): boolean {
  return first === second || (SHARED.has(first) && SHARED.has(second));
}
