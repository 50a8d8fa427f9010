import { modelsOf, nameSpecs, rootOf, specNameOf, specsIn } from '../coverage';
import { calledEntries } from '../coverage/called';
import { includesOf, includeTarget, type Model, type ModelApi } from '../model';
import { missingReferences } from '../openapi';
import type { Workspace } from '../workspace';
import { lockUriOf } from './drift/model-drift';

/**
 * Files that the host should load next: targets of `$ref`, what models include, and the specifications that they name (for
 * patterns see `patternsOf`).
 */
export function missingFiles(workspace: Workspace): string[] {
  return [
    ...new Set([
      ...missingTargets(workspace),
      ...missingModels(workspace),
      ...missingSpecs(workspace),
      ...missingLocks(workspace),
    ]),
  ];
}

/** Files that models include and that are not there yet. */
export function missingModels(workspace: Workspace): string[] {
  return includedFiles(workspace).filter((target) => workspace.get(target) === undefined);
}

/** Files that models include, whether they are there or not. */
export function includedFiles(workspace: Workspace): string[] {
  return [...workspace.documents.values()]
    .filter((document) => rootOf(document) === 'model')
    .flatMap((document) => includesOf(document).flatMap(({ text }) => includeTarget(text, document.uri) ?? []));
}

/** Files that record what was reviewed of models, as far as they are not there yet. */
export function missingLocks(workspace: Workspace): string[] {
  const locks = modelsOf(workspace).flatMap(({ uri, shared }) => (shared ? [] : lockUriOf(uri)));
  return locks.filter((lock) => workspace.get(lock) === undefined);
}

function missingTargets(workspace: Workspace): string[] {
  const specs = [...workspace.documents.values()].filter((document) => rootOf(document) === 'openapi');
  return specs.flatMap((document) => [...missingReferences(workspace, document.uri)]);
}

function missingSpecs(workspace: Workspace): string[] {
  return specsNamed(workspace).filter((target) => workspace.get(target) === undefined);
}

/** The entries of a model that name descriptions. */
function namersIn(model: Model): readonly ModelApi[] {
  return [...model.apis, ...calledEntries(model)];
}

/** The specifications that models name by a path, whether they are there or not. */
export function specsNamed(workspace: Workspace): string[] {
  const names = modelsOf(workspace).flatMap((model) => namersIn(model).map(specNameOf));
  return [...new Set(names.flatMap((name) => (name === null || name.glob !== null ? [] : [name.target])))];
}

/** A pattern that a model gives as the specification of its APIs. */
export interface SpecPattern {
  /** The uri of the folder to look through, with its slash. */
  readonly base: string;
  matches(uri: string): boolean;
}

/** The patterns that models give. */
export function patternsOf(workspace: Workspace): SpecPattern[] {
  return modelsOf(workspace).flatMap((model) => namersIn(model).flatMap((entry) => specNameOf(entry)?.glob ?? []));
}

/** The descriptions, of those in the workspace or of others, that the model at `uri` names by their paths or a pattern. */
export function specsOf(workspace: Workspace, uri: string, specs: Iterable<string> = specsIn(workspace)): string[] {
  const models = modelsOf(workspace).filter((model) => model.uri === uri);
  const all = [...specs];
  const naming = nameSpecs(models, all);
  return all.filter((spec) => naming.of(spec).length > 0);
}
