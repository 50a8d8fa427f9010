import type { ApiAnalysis } from '../../coverage/types';
import type { Model, WordRole } from '../../model';
import type { Operation } from '../../openapi/types';

/** Something that has a name, whatever file the name stands in. */
export type Name =
  /** An entry of a model, by its id. */
  | { readonly kind: 'entry'; readonly section: string; readonly id: string; readonly model: Model }
  /** An API of a pattern, by the id that it has from its entry and its file. */
  | {
      readonly kind: 'derived';
      readonly id: string;
      readonly entry: string;
      readonly api: ApiAnalysis;
      readonly model: Model;
    }
  /** An operation; `by` is what stood at the position. */
  | {
      readonly kind: 'operation';
      readonly api: ApiAnalysis;
      readonly operation: Operation;
      readonly by: 'method' | 'operationId';
    }
  /** A path with all its operations. */
  | { readonly kind: 'path'; readonly api: ApiAnalysis; readonly path: string }
  /** A name of the catalogue, or another one out of descriptions. */
  | { readonly kind: 'word'; readonly role: WordRole; readonly text: string };

/** The operations that a name stands for. */
export function operationsOf(name: Name): readonly Operation[] {
  if (name.kind === 'operation') return [name.operation];
  if (name.kind !== 'path') return [];
  return name.api.description.operations.filter(({ kind, path }) => kind === 'operation' && path === name.path);
}
