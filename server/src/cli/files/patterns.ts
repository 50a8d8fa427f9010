import { patternsOf, type SourceDocument, type SpecPattern, type Workspace } from '../../core/index';
import type { Boundary } from './boundary';
import { openFound, uriOf } from './discovery';
import { NotChecked } from './not-checked';
import { pathOf } from './references';
import { isCandidate, Walker } from './walk';

const ROOT_WORDS = ['openapi', 'swagger'];

/** Reads the descriptions that match the patterns of models, as far as they lie inside the boundary. */
export function withPatterns(workspace: Workspace, boundary: Boundary): Workspace {
  const found = patternsOf(workspace).flatMap((pattern) => [...matching(pattern, boundary)]);
  return workspace.withAll(found.filter(({ uri }) => workspace.get(uri) === undefined));
}

function* matching({ base, matches }: SpecPattern, boundary: Boundary): Generator<SourceDocument> {
  const folder = pathOf(base);
  if (folder === null || typeof boundary.resolve(folder) === 'string') return;
  // What cannot be read there was not asked for by name.
  const walker = new Walker(boundary, new NotChecked());
  for (const path of walker.filesBelow(folder, (file) => isCandidate(file) && matches(uriOf(file)))) {
    const found = openFound(path, ROOT_WORDS, null);
    if (found?.kind === 'openapi') yield found.document;
  }
}
