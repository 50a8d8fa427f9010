import { answeringOn, bindingOf } from '../coverage';
import type { Analysis, ApiAnalysis } from '../coverage/types';
import type { Model, Statement } from '../model/types';
import { referenceTargetAt } from '../openapi';
import type { Operation } from '../openapi/types';
import type { Position } from '../text';
import type { Workspace } from '../workspace';
import { wordBeside } from './beside/words-at';
import { operationAt } from './hover';
import { contains, type Location, locate } from './locate';
import { declarationsAt } from './names/declarations';
import { operationIdAt } from './names/name-at';
import { pathItemAt } from './path-item';
import { statementsOf } from './statements';

/** From a reference (a `$ref`, an entry of a mapping, the scheme of a requirement) to its target, from an operation, a path or a webhook to the statements that reach it, and from a statement to its operations. */
export function definitionFor(workspace: Workspace, analysis: Analysis, uri: string, position: Position): Location[] {
  const roots = analysis.apis.map(({ description }) => description.uri);
  const target = referenceTargetAt(workspace, uri, position, roots);
  if (target !== null) {
    const found = locate(workspace, target);
    return found === null ? [] : [found];
  }
  const model = analysis.models.find((candidate) => candidate.uri === uri);
  const declared = model === undefined ? [] : declarationsAt(workspace, analysis, model, position);
  if (declared.length > 0) return declared.flatMap((place) => locate(workspace, place) ?? []);
  const named = model === undefined ? namedBeside(workspace, analysis, uri, position) : null;
  if (named !== null) return named;
  const places =
    model === undefined
      ? statementsAt(workspace, analysis, uri, position)
      : operationsAt(workspace, analysis, model, position);
  return places.slice(0, 100);
}

/** The entry of a model that an answer in the description names; null where none does. */
function namedBeside(workspace: Workspace, analysis: Analysis, uri: string, position: Position): Location[] | null {
  const document = workspace.get(uri);
  const found = document === undefined ? null : wordBeside(analysis, document, position);
  const { threats = [], environments = [] } = found?.model ?? {};
  const entry = [...threats, ...environments].find(
    ({ id }) => found?.word.role === 'reference' && id === found.word.text,
  );
  return entry === undefined ? null : [locate(workspace, entry.at)].flatMap((place) => place ?? []);
}

function operationsAt(workspace: Workspace, analysis: Analysis, model: Model, position: Position): Location[] {
  const statement = placesOf(model).find(({ at }) => {
    const range = locate(workspace, at)?.range;
    return range !== undefined && contains(range, position);
  });
  if (statement !== undefined) {
    // A place in a file that models include means what it means in each of them.
    const whole = analysis.models.filter(({ files }) => files.has(model.uri));
    const bound = whole.flatMap((one) => bindingOf(one, analysis.apis).operationsOf(statement));
    const operations = new Set(bound.map(({ operation }) => operation));
    return [...operations].flatMap(({ at }) => locate(workspace, at) ?? []);
  }
  return apisNamedAt(workspace, analysis, model, position).flatMap(
    (api) => locate(workspace, api.description.at) ?? [],
  );
}

function apisNamedAt(workspace: Workspace, analysis: Analysis, model: Model, position: Position): ApiAnalysis[] {
  return analysis.apis.filter((api) =>
    api.models.some(({ entry: { specAt } }) => {
      const range = specAt.uri === model.uri ? locate(workspace, specAt)?.range : undefined;
      return range !== undefined && contains(range, position);
    }),
  );
}

function statementsAt(workspace: Workspace, analysis: Analysis, uri: string, position: Position): Location[] {
  const named = operationIdAt(workspace, analysis, uri, position);
  if (named?.isLink === true) return [locate(workspace, named.operation.at)].flatMap((found) => found ?? []);
  for (const api of analysis.apis) {
    const found = operationAt(workspace, api, uri, position) ?? (named?.api === api ? named : null);
    if (found !== null) return statementsOn(workspace, analysis, api, [found.operation]);
  }
  const path = pathItemAt(workspace, analysis, uri, position);
  return path === null ? [] : statementsOn(workspace, analysis, path.api, path.operations);
}

/** What models say of some operations of an API. */
function statementsOn(
  workspace: Workspace,
  analysis: Analysis,
  api: ApiAnalysis,
  operations: readonly Operation[],
): Location[] {
  const meant = new Set(operations);
  const statements = answeringOn(api).flatMap(({ model }) => {
    const binding = bindingOf(model, analysis.apis);
    return statementsOf(model).filter((statement) =>
      binding.operationsOf(statement).some(({ operation }) => meant.has(operation)),
    );
  });
  return [...new Set(statements)].flatMap((statement) => locate(workspace, statement.at) ?? []);
}

/** Every place of a model: what is threatened and answered, and what is called, protected or misused. */
function placesOf(model: Model): Statement[] {
  return [
    ...statementsOf(model),
    ...model.actors.flatMap(({ calls }) => calls),
    ...model.goals.flatMap(({ protects }) => protects),
    ...model.businessFlows.flatMap(({ operations }) => operations),
  ];
}
