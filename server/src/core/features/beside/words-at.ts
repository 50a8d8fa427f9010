import { answeringOn, sitesOf } from '../../coverage';
import type { Analysis, ApiAnalysis } from '../../coverage/types';
import { asNamed, type Model, type ModelWord, wordsOfSite } from '../../model';
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
      const model = named?.model;
      const isName = (id: string) => model?.names.has(id) === true;
      if (word !== undefined) return { word: asNamed(word, isName), model, api };
    }
  }
  return null;
}
