import { checkModel, type Model, WordIndex, wordsOfModel } from '../../model';
import type { ModelProblem } from '../../model/types';
import { memo, type SourceDocument } from '../../text';
import { KNOWN_WORDS } from '../known-words';
import type { Seen } from '../problems';

/** What is wrong with the meaning of models: of each alone, and of what it says of its APIs. */
export function checkModels(seen: Seen): ModelProblem[] {
  return seen.models.flatMap((model) => {
    const document = seen.workspace.get(model.uri);
    return document === undefined ? [] : alone(model, document, seen);
  });
}

const indexOf: (document: SourceDocument) => WordIndex = memo((document) => new WordIndex(wordsOfModel(document)));

interface Kept {
  readonly key: string;
  readonly problems: readonly ModelProblem[];
}

const remembered = new WeakMap<Model, Kept>();

/** What the model alone tells; an edit of a description leaves it as it is. */
function alone(model: Model, document: SourceDocument, { apis, today }: Seen): readonly ModelProblem[] {
  const apiIds = new Set(apis.flatMap((api) => api.models.flatMap((one) => (one.model === model ? [one.id] : []))));
  const key = [today, ...apiIds].join(' ');
  const kept = remembered.get(model);
  if (kept?.key === key) return kept.problems;
  const problems = checkModel({ model, words: indexOf(document), today, known: KNOWN_WORDS, apiIds });
  remembered.set(model, { key, problems });
  return problems;
}
