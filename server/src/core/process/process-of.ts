import type { Analysis } from '../coverage/types';
import type { Model } from '../model/types';
import { memo } from '../text';
import { type StageInput, stageInput } from './stage-input';
import { attacks } from './stages/attacks';
import { decomposition } from './stages/decomposition';
import { objectives } from './stages/objectives';
import { risk } from './stages/risk';
import { scope } from './stages/scope';
import { threats } from './stages/threats';
import { weaknesses } from './stages/weaknesses';
import type { ModelProcess, Stage, StageId, StageItem, StageState } from './types';

/** The stages of PASTA (Process for Attack Simulation and Threat Analysis, UcedaVélez and Morana), in their order. */
const STAGES: readonly (readonly [id: StageId, title: string, items: (input: StageInput) => readonly StageItem[]])[] = [
  ['objectives', 'Define the objectives', objectives],
  ['scope', 'Define the technical scope', scope],
  ['decomposition', 'Decompose the application', decomposition],
  ['threats', 'Analyse the threats', threats],
  ['weaknesses', 'Analyse weaknesses and vulnerabilities', weaknesses],
  ['attacks', 'Model the attacks', attacks],
  ['risk', 'Analyse risk and impact', risk],
];

/** How far each model of the workspace is in the process; files that models only share have none of their own. */
export const processesOf: (analysis: Analysis) => readonly ModelProcess[] = memo((analysis) =>
  analysis.models.filter(({ shared, apis }) => !shared || apis.length > 0).map((model) => processOf(model, analysis)),
);

function processOf(model: Model, analysis: Analysis): ModelProcess {
  const input = stageInput(model, analysis);
  const stages = STAGES.map(([id, title, itemsOf], index): Stage => {
    const items = itemsOf(input);
    return { number: index + 1, id, title, state: stateOf(items), items };
  });
  return { model, stages, complete: stages.filter(({ state }) => state === 'complete').length };
}

function stateOf(items: readonly StageItem[]): StageState {
  if (items.length > 0 && items.every(({ done }) => done)) return 'complete';
  return items.some(({ done }) => done) ? 'partial' : 'empty';
}
