import type { Analysis } from '../../coverage/types';
import { findOperations, indexOf } from '../../model/bind/operation-index';
import { isPattern, parsePath } from '../../model/grammar/path';
import type { Operation } from '../../openapi/types';
import { encodePointer } from '../../text';
import type { Workspace } from '../../workspace';
import { type Change, placeName, type Refusal } from './change';
import { type Name, operationsOf } from './name';
import { sharedWith } from './rename-operation';
import { parameterChanges, templatesOf } from './rename-templates';
import { type Use, usesOf } from './uses';

type PathName = Extract<Name, { kind: 'path' }>;

/** The changes that give a path another template: its key, references into it, and the places of models that name it. */
export function renamePath(
  workspace: Workspace,
  analysis: Analysis,
  name: PathName,
  newPath: string,
): readonly Change[] | Refusal {
  const wrong = complaint(name, newPath);
  if (wrong !== null) return { refused: wrong };
  const uses = usesOf(workspace, analysis, name);
  const shared = sharedWith(workspace, analysis, uses, name.api);
  if (shared !== null) return { refused: shared };
  const changes: Change[] = [];
  for (const use of uses) {
    const change = changeOf(workspace, name, use, newPath);
    if (change !== null && 'refused' in change) return change;
    if (change !== null) changes.push(change);
  }
  const parameters = parameterChanges(workspace, analysis, name, uses, newPath);
  return 'refused' in parameters ? parameters : [...changes, ...parameters];
}

function complaint({ api, path }: PathName, newPath: string): string | null {
  const slip = parsePath({ text: newPath, start: 0, end: newPath.length });
  if (slip !== null) return slip.message;
  if (isPattern(newPath) || /[\s#?"']/.test(newPath)) {
    return 'A path has no blanks (write %20), quotes, `*`, `#` or `?`';
  }
  if (api.description.operations.some((operation) => operation.path === newPath)) {
    return `The description has \`${newPath}\` already`;
  }
  const [before, after] = [templatesOf(path), templatesOf(newPath)];
  if (before.length === after.length) return null;
  return `\`${path}\` has ${before.length} parameters and \`${newPath}\` ${after.length}: change the parameters by hand`;
}

/** What a use of the path becomes: null where it stays. */
function changeOf(workspace: Workspace, name: PathName, use: Use, newPath: string): Change | Refusal | null {
  const { at, word, written, declares } = use;
  if (declares) return { at, from: name.path, to: newPath };
  if (written !== undefined) return pointerChange(workspace, name, use, newPath);
  if (word?.role !== 'path') return null;
  if (!isPattern(word.text)) {
    const to = word.text === name.path ? newPath : withTemplatesOf(newPath, word.text);
    return { at, from: word.text, to };
  }
  return stillReaches(name, use, newPath)
    ? null
    : { refused: `\`${word.text}\` in ${placeName(workspace, at)} reaches it and would no longer: change that first` };
}

function pointerChange(workspace: Workspace, { path }: PathName, { at, written }: Use, to: string): Change | Refusal {
  const from = written?.text ?? '';
  const [old, now] = [`/paths/${encodePointer(path)}`, `/paths/${encodePointer(to)}`];
  return from.includes(old)
    ? { at, from, to: from.replace(old, () => now) }
    : {
        refused: `A reference in ${placeName(workspace, at)} leads into it and is written with escapes: change that first`,
      };
}

/** Whether a pattern reaches the path's operations under their new name as well. */
function stillReaches(name: PathName, { word }: Use, newPath: string): boolean {
  const where = word?.where;
  if (where?.kind !== 'operations') return true;
  const moved: Operation[] = operationsOf(name).map((operation) => ({ ...operation, path: newPath }));
  const before = findOperations(indexOf([...operationsOf(name)]), where).length;
  return findOperations(indexOf(moved), where).length === before;
}

/** The new path with the names that a place gives to its templates: `/orders/{id}` may mean `/orders/{orderId}`. */
function withTemplatesOf(newPath: string, written: string): string {
  const own = templatesOf(written);
  let index = 0;
  return newPath.replace(/\{[^}]*\}/g, (found) => `{${own[index++] ?? found.slice(1, -1)}}`);
}
