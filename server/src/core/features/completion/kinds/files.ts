import type { ValueType } from '../../../model';
import type { Candidate } from '../item';
import type { Source } from '../source';

/** Paths from the model: descriptions, models, or any file. */
export function fileItems(source: Source, type: ValueType, taken: ReadonlySet<string>): Candidate[] {
  return pathsFor(source, type)
    .filter((path) => !taken.has(path))
    .map((path) => ({
      label: path,
      kind: 'file',
      text: path,
      // People type the name, not the dots before it.
      filter: `${path} ${path.slice(path.lastIndexOf('/') + 1)}`,
    }));
}

function pathsFor(source: Source, { kind }: ValueType): readonly string[] {
  if (kind === 'spec') return source.filesOf('openapi');
  if (kind === 'model') return source.filesOf('model');
  return source.otherFiles();
}
