import type { Analysis, ApiAnalysis } from '../../coverage/types';
import type { WrittenName } from '../../openapi';
import type { Workspace } from '../../workspace';
import { type Change, placeName, type Refusal } from './change';
import { reachOf, samePlace } from './model-words';
import type { Name } from './name';
import { namesOf, type Use, usesOf } from './uses';

type OperationName = Extract<Name, { kind: 'operation' }>;

/** The changes that give an operation another `operationId`: its own, those of links to it, and those in models. */
export function renameOperation(
  workspace: Workspace,
  analysis: Analysis,
  name: OperationName,
  newName: string,
): readonly Change[] | Refusal {
  const { operation, by } = name;
  const from = operation.operationId;
  if (from === '') return { refused: 'This operation has no `operationId`: give it one, or rename its path' };
  if (by === 'method') return { refused: 'A method is no name: rename the `operationId`, or the path at its key' };
  if (!/^[A-Za-z_][\w./~-]*$/.test(newName)) {
    return { refused: 'An `operationId` begins with a letter and has letters, digits and . _ - / ~ only' };
  }
  const apis = analysis.apis.filter(({ description }) =>
    description.operations.some(({ at }) => samePlace(at, operation.at)),
  );
  for (const api of apis) {
    const refused = obstacleIn(workspace, api, from, newName);
    if (refused !== null) return { refused };
  }
  const isWritten = ({ role, text }: WrittenName) => role === 'operation' && text === from;
  const unwritten = apis.find((api) => !namesOf(workspace, api).some(isWritten));
  if (unwritten !== undefined) {
    return {
      refused: `\`${from}\` does not stand as it reads in the files of \`${unwritten.id}\`: write it plainly there first`,
    };
  }
  return apis.flatMap((api) => changesIn(workspace, analysis, { ...name, api: api }, newName));
}

function obstacleIn(workspace: Workspace, api: ApiAnalysis, from: string, to: string): string | null {
  const { operations } = api.description;
  const taken = operations.find(({ operationId }) => operationId === to);
  if (taken !== undefined) {
    return `${taken.method} ${taken.path} is called \`${to}\` already (${placeName(workspace, taken.at)})`;
  }
  const twins = operations.filter(({ operationId }) => operationId === from);
  if (twins.length < 2) return null;
  const list = twins.map(({ method, path }) => `${method} ${path}`).join(' and ');
  return `${list} are both called \`${from}\`, so nobody knows which is meant elsewhere: give one of them another id by hand first`;
}

function changesIn(workspace: Workspace, analysis: Analysis, name: OperationName, to: string): Change[] {
  const from = name.operation.operationId;
  const own = namesOf(workspace, name.api).filter(({ role, text }) => role === 'operation' && text === from);
  const uses = usesOf(workspace, analysis, name).filter(
    ({ word, written }) => written?.role === 'link' || word?.role === 'operation',
  );
  return [...own, ...uses].map(({ at }) => ({ at, from, to }));
}

/** Why a place that names an operation or a path of the API cannot follow it, or null. */
export function sharedWith(
  workspace: Workspace,
  analysis: Analysis,
  uses: readonly Use[],
  api: ApiAnalysis,
): string | null {
  for (const { word } of uses) {
    const model = word === undefined ? undefined : analysis.models.find(({ uri }) => uri === word.at.uri);
    if (word === undefined || model === undefined) continue;
    const others = reachOf(analysis, model, word).filter((reach) => reach.api !== api);
    if (others.length > 0 && (word.role === 'path' || word.role === 'operation') && !word.text.includes('*')) {
      return `\`${word.text}\` in ${placeName(workspace, word.at)} means ${others.map((one) => `\`${one.api.id}\``).join(' and ')} too: name the API there first`;
    }
  }
  return null;
}
