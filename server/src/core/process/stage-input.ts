import { workspaceOf } from '../coverage';
import type { Analysis, ApiAnalysis } from '../coverage/types';
import { type ModelWord, wordsOfModel } from '../model';
import type { Model, ModelProblem } from '../model/types';
import type { SourceDocument } from '../text';
import type { Block } from '../text/types';

/** What the stages read of a model. */
export interface StageInput {
  readonly analysis: Analysis;
  readonly model: Model;
  /** The APIs that it names, but for those that it only calls. */
  readonly apis: readonly ApiAnalysis[];
  /** What is told of its files. */
  readonly problems: readonly ModelProblem[];
  /** The words of its files, included ones too. */
  readonly words: readonly ModelWord[];
  /** The root key under which a block of its files stands. */
  readonly sections: ReadonlyMap<Block, string>;
}

export function stageInput(model: Model, analysis: Analysis): StageInput {
  const workspace = workspaceOf(analysis);
  const documents = [...model.files].flatMap((uri) => workspace?.get(uri) ?? []);
  return {
    analysis,
    model,
    apis: analysis.apis.filter((api) => api.called === null && api.models.some((named) => named.model === model)),
    problems: [...model.problems, ...analysis.problems].filter(({ at }) => model.files.has(at.uri)),
    words: documents.flatMap((document) => [...wordsOfModel(document)]),
    sections: new Map(documents.flatMap(sectionsOf)),
  };
}

function sectionsOf({ blocks }: SourceDocument): (readonly [Block, string])[] {
  let section = '';
  return blocks.map((block) => {
    if (block.depth === 0) section = block.key;
    return [block, section];
  });
}
