import { modelsOf, rootOf } from '../coverage';
import { missingReferences } from '../openapi';
import { resolveUri } from '../text';
import type { Workspace } from '../workspace';

/** Files that the host should load next: targets of `$ref`, and the specifications that models name (patterns never). */
export function missingFiles(workspace: Workspace): string[] {
  const missing = new Set<string>();
  for (const [uri, document] of workspace.documents) {
    if (rootOf(document) !== 'openapi') continue;
    for (const target of missingReferences(workspace, uri)) missing.add(target);
  }
  for (const model of modelsOf(workspace)) {
    for (const { spec } of model.apis) {
      if (spec === '' || /[*?]/.test(spec) || /^https?:/i.test(spec)) continue;
      const target = resolveUri(model.uri, spec);
      if (workspace.get(target) === undefined) missing.add(target);
    }
  }
  return [...missing];
}
