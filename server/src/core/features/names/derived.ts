import type { Analysis, ApiAnalysis } from '../../coverage/types';
import type { Model, ModelWord } from '../../model';
import { mayName } from './model-words';

/** An API of a pattern with the id that it has from its entry and its file: `store-orders` of `store`. */
export interface DerivedApi {
  readonly api: ApiAnalysis;
  readonly id: string;
  /** The id of the entry whose `spec` is the pattern. */
  readonly entry: string;
  /** The entry is a component. */
  readonly called: boolean;
}

/** The APIs to which a model, or one that includes it, gives an id that stands nowhere. */
export function derivedApis(analysis: Analysis, model: Model): readonly DerivedApi[] {
  return analysis.apis.flatMap((api) =>
    api.models
      .filter((named) => named.id !== named.entry.id && named.model.files.has(model.uri))
      .map(({ id, entry, called }) => ({ api, id, entry: entry.id, called })),
  );
}

/** Whether a word may name an API. */
export function mayBeApi(word: ModelWord): boolean {
  return mayName(word, 'apis');
}
