import type { Analysis, ApiAnalysis } from '../coverage/types';
import type { Steps } from '../text';
import { Builder } from './builder';
import { addComponents } from './components';
import { DataOf } from './data-of';
import { loginsOf } from './logins';
import { nodesOfApi } from './places';
import { addApi } from './steps-of-api';
import { addWaysIn } from './surroundings';
import type { Graph } from './types';
import { addThreats } from './written-threats';

/**
 * The attack graph of an analysis: from where attackers stand, over what is open and what is called, to data and components.
 * Only these APIs where some are given; else all. What others serve is a component.
 */
export function* graphing(analysis: Analysis, given: readonly ApiAnalysis[] = analysis.apis): Steps<Graph> {
  const builder = new Builder();
  const apis = given.filter(({ called }) => called === null);
  const named = new Set(apis.flatMap((api) => api.models.map(({ model }) => model)));
  // What several models include is read with each of them, and need not be read by itself.
  const models = analysis.models.filter((model) => named.has(model) && !model.shared);
  const several = apis.length > 1;
  const placed = apis.map((api) => {
    return { api, nodes: nodesOfApi(builder, api), logins: loginsOf(builder, api, several) };
  });
  builder.modelled = models.some(({ actors, components, flows, zones }) =>
    [actors, components, flows, zones].some(({ length }) => length > 0),
  );
  addWaysIn(builder, placed, models);
  const dataOfApi = (api: ApiAnalysis) =>
    new DataOf(
      builder,
      api.models.flatMap(({ model }) => model.data),
    );
  for (const { api, nodes, logins } of placed) {
    yield* addApi({ builder, api, nodes, logins, data: dataOfApi(api), several });
  }
  for (const model of models) {
    const data = new DataOf(builder, model.data);
    addComponents(builder, model, placed, data);
    addThreats(builder, model, placed, data);
  }
  return builder.build();
}
