import type { Analysis } from '../../coverage/types';
import type { ModelWord } from '../../model';
import { reservedAs } from '../../model/grammar/words';
import type { Workspace } from '../../workspace';
import type { Change, Refusal } from './change';
import { derivedApis, mayBeApi } from './derived';
import { familyWords, widerFamilyWords } from './family';
import type { Name } from './name';
import { isEntry } from './uses';

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

/** Sections whose `spec` may be a pattern. */
const DERIVING: ReadonlySet<string> = new Set(['apis', 'components']);

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
  const isMeant = (word: ModelWord) => isEntry(word, name.section, name.id);
  const words = widerFamilyWords(workspace, analysis, name.model, isMeant);
  const taken = words.find(
    ({ role, text, section }) => role === 'id' && text === newName && isBeside(section, name.section),
  );
  if (taken !== undefined) return { refused: `\`${newName}\` already stands under \`${taken.section}\`` };
  if (SHARED.has(name.section) && derivedApis(analysis, name.model).some(({ id }) => id === newName)) {
    return { refused: `\`${newName}\` is an API already: choose another id` };
  }
  const derived = DERIVING.has(name.section) ? derivedChanges(workspace, analysis, name, newName) : [];
  if ('refused' in derived) return derived;
  return [...words.filter(isMeant).map(({ at }) => ({ at, from: name.id, to: newName })), ...derived];
}

/** An API whose `spec` is a pattern lends its id to those of its files: `store-orders` becomes `shop-orders`. */
function derivedChanges(
  workspace: Workspace,
  analysis: Analysis,
  { id, model }: Entry,
  newName: string,
): readonly Change[] | Refusal {
  const derived = derivedApis(analysis, model);
  const words = familyWords(workspace, analysis, model);
  const ids = new Set(
    [...words.filter(({ role }) => role === 'id'), ...derived.map((one) => ({ text: one.id }))].map(({ text }) => text),
  );
  const changes: Change[] = [];
  for (const from of new Set(derived.filter(({ entry }) => entry === id).map((one) => one.id))) {
    const to = newName + from.slice(id.length);
    const uses = words.filter((word) => mayBeApi(word) && word.text === from);
    if (uses.length > 0 && (ids.has(to) || isNumbered(from, ids))) {
      return { refused: `\`${from}\` is made of \`${id}\`, and \`${to}\` would not be it: choose another id` };
    }
    changes.push(...uses.map(({ at }) => ({ at, from, to })));
  }
  return changes;
}

/** Whether an id has a number behind it because another one has it without. */
function isNumbered(id: string, ids: ReadonlySet<string>): boolean {
  const plain = id.replace(/-\d+$/, '');
  return plain !== id && ids.has(plain);
}

function isBeside(first: string, second: string): boolean {
  return first === second || (SHARED.has(first) && SHARED.has(second));
}
