import type { SourceDocument } from '../../text';
import type { Model } from '../types';
import type { ModelWord } from '../words/word';
import { wordsOfModel, wordsOfSite } from '../words/words-of';

/** The words of a model and of the answers in the descriptions of its APIs. `document`: its own file. */
export function wordsWithSites(model: Model, document: SourceDocument | undefined): readonly ModelWord[] {
  const own = model.fileless || document === undefined ? [] : wordsOfModel(document);
  return model.sites.length === 0 ? own : [...own, ...wordsBeside(model)];
}

/** The words of answers in descriptions: one that stands alone is the id that the model has for something, where it has one. */
export function wordsBeside({ sites, names, borrowed }: Model): ModelWord[] {
  const isName = (id: string) => names.has(id) || borrowed.has(id);
  return sites.flatMap(wordsOfSite).map((word) => asNamed(word, isName));
}

/** A word that may be a rule or an id, as the id where it is one. */
export function asNamed(word: ModelWord, isName: (id: string) => boolean): ModelWord {
  return word.role === 'rule' && word.of !== undefined && isName(word.text) ? { ...word, role: 'reference' } : word;
}
