import { answeringOn, sitesOf } from '../../coverage';
import type { Analysis, ApiAnalysis } from '../../coverage/types';
import { type Model, type ModelWord, wordsOfSite } from '../../model';
import { blockAt, type Position, type SourceDocument } from '../../text';
import { standingAt } from '../locate';

/** A word among the answers of a description, and the model that it counts in. */
export interface WordBeside {
  readonly word: ModelWord;
  readonly model: Model | undefined;
  readonly api: ApiAnalysis;
}

/** The word at a position of a description, where answers stand there; null anywhere else. */
export function wordBeside(analysis: Analysis, document: SourceDocument, position: Position): WordBeside | null {
  const { block } = blockAt(document, position);
  const isHere = standingAt(document, position);
  for (const api of analysis.apis) {
    for (const site of sitesOf(api.description)) {
      if (site.block !== block) continue;
      const word = wordsOfSite(site).findLast(({ at, role }) => role !== 'operator' && isHere(at));
      const [named] = answeringOn(api);
      if (word !== undefined) return { word: settled(word, named?.model), model: named?.model, api };
    }
  }
  return null;
}

/** A word alone is the id that the model has for something, where it has one. */
function settled(word: ModelWord, model: Model | undefined): ModelWord {
  const isName = word.role === 'rule' && word.of !== undefined && model?.names.has(word.text) === true;
  return isName ? { ...word, role: 'reference' } : word;
}
