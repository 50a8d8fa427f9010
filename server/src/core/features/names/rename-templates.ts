import type { Analysis } from '../../coverage/types';
import type { Operation, Parameter } from '../../openapi/types';
import type { Workspace } from '../../workspace';
import { type Change, placeName, type Refusal } from './change';
import { reachOf, wordsIn } from './model-words';
import { type Name, operationsOf } from './name';
import { namesOf, type Use } from './uses';

type PathName = Extract<Name, { kind: 'path' }>;

/** The names in the braces of a path, in order. */
export function templatesOf(path: string): string[] {
  return [...path.matchAll(/\{([^}]*)\}/g)].map((found) => found[1] ?? '');
}

interface Renamed {
  readonly from: string;
  readonly to: string;
}

/** The changes of the parameters that a new template calls otherwise: where they are declared, and as parts of places. */
export function parameterChanges(
  workspace: Workspace,
  analysis: Analysis,
  name: PathName,
  uses: readonly Use[],
  newPath: string,
): readonly Change[] | Refusal {
  const now = templatesOf(newPath);
  const renamed = templatesOf(name.path)
    .map((from, index) => ({ from, to: now[index] ?? from }))
    .filter(({ from, to }) => from !== to);
  if (renamed.length === 0) return [];
  const refused = obstacle(workspace, name, uses, renamed);
  return refused !== null ? { refused } : [...declared(name, renamed), ...parts(workspace, analysis, name, renamed)];
}

function obstacle(
  workspace: Workspace,
  name: PathName,
  uses: readonly Use[],
  renamed: readonly Renamed[],
): string | null {
  for (const { from } of renamed) {
    const shared = parametersOf(name, from).find(({ operation, at }) => at.block !== operation.at.block);
    if (shared !== undefined) {
      return `The parameter \`${from}\` is declared in ${placeName(workspace, shared.at)}, where other paths may use it: keep its name`;
    }
    const expression = operationsOf(name).find(({ at }) => at.block.text.includes(`$request.path.${from}`));
    if (expression !== undefined)
      return `An expression \`$request.path.${from}\` stands there: keep the parameter's name`;
  }
  const ids = new Set(operationsOf(name).map(({ operationId }) => operationId));
  const link = namesOf(workspace, name.api).find(({ role, text }) => role === 'link' && ids.has(text));
  const pointer = uses.find(({ written }) => written?.role === 'pointer');
  const at = link?.at ?? pointer?.at;
  return at === undefined
    ? null
    : `A link in ${placeName(workspace, at)} may fill in the parameters by their names: keep these`;
}

interface Declared extends Pick<Parameter, 'at' | 'name'> {
  readonly operation: Operation;
}

function parametersOf(name: PathName, called: string): Declared[] {
  return operationsOf(name).flatMap((operation) =>
    operation.parameters
      .filter((parameter) => parameter.in === 'path' && parameter.name === called)
      .map(({ at }) => ({ at, name: called, operation })),
  );
}

function declared(name: PathName, renamed: readonly Renamed[]): Change[] {
  return renamed.flatMap(({ from, to }) => parametersOf(name, from).map(({ at }) => ({ at, from, to })));
}

/** `path.orderId` behind a place that reaches nothing but the path's operations. */
function parts(workspace: Workspace, analysis: Analysis, name: PathName, renamed: readonly Renamed[]): Change[] {
  const own = new Set(operationsOf(name));
  return analysis.models.flatMap((model) =>
    wordsIn(workspace, model).flatMap((word): Change[] => {
      const to = renamed.find(({ from }) => word.role === 'part' && word.text === `path.${from}`)?.to;
      const isOwn =
        to !== undefined &&
        reachOf(analysis, model, word).some(({ operations }) => operations.some((operation) => own.has(operation)));
      return isOwn ? [{ at: word.at, from: word.text, to: `path.${to}` }] : [];
    }),
  );
}
