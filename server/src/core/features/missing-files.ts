import { modelsOf, rootOf } from '../coverage';
import { missingReferences } from '../openapi';
import { resolveUri } from '../text';
import type { Workspace } from '../workspace';

/** Files that the host should load next: targets of `$ref`, and the specifications that models name (patterns never). */
export function missingFiles(workspace: Workspace): string[] {
  return [...new Set([...missingTargets(workspace), ...missingSpecs(workspace)])];
}

function missingTargets(workspace: Workspace): string[] {
  const specs = [...workspace.documents.values()].filter((document) => rootOf(document) === 'openapi');
  return specs.flatMap((document) => [...missingReferences(workspace, document.uri)]);
}

function missingSpecs(workspace: Workspace): string[] {
  return modelsOf(workspace).flatMap((model) =>
    model.apis
      .filter(({ spec }) => spec !== '' && !/[*?]/.test(spec) && !/^https?:/i.test(spec))
      .map(({ spec }) => resolveUri(model.uri, spec))
      .filter((target) => workspace.get(target) === undefined),
  );
}
