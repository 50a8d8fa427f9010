import type { Model } from '../../model/types';
import { isNamed } from '../../simulation/surroundings';
import type { Scene } from '../scene';
import { drawGuesses, GUESSED_ZONE } from './draw-guesses';
import { drawCallers } from './guessed-callers';
import { Landscape } from './landscape';
import { drawModel } from './model-landscape';
import { type ShownApi, shownApis } from './shown-apis';

/** More than these are no picture any more. */
const MOST_THINGS = 120;

/**
 * The APIs of a scene and what models say of what stands around them. Of an API without such a model, what a first model of it
 * would guess.
 */
export function landscapeOf(scene: Scene): { readonly landscape: Landscape; readonly modelled: boolean } {
  const landscape = new Landscape();
  const apis = shownApis(scene);
  const models = scene.models.filter((model) => !model.shared && saysSomething(model));
  const isModelled = ({ api }: ShownApi) => api.models.some(({ model }) => models.includes(model));
  for (const one of apis) drawApi(landscape, one, isModelled(one));
  for (const model of models) {
    drawModel(landscape, {
      model,
      apis,
      named: (id) => apis.filter(({ api }) => isNamed(id, model, api)),
    });
  }
  for (const one of apis) if (!isModelled(one)) drawGuesses(landscape, one);
  drawCallers(landscape, apis);
  const cut = landscape.cutTo(MOST_THINGS);
  if (cut > 0) landscape.guesses.add(`Left out: ${cut} more actors and components, with fewer calls.`);
  const rest = scene.own.length - apis.length;
  if (rest > 0) landscape.guesses.add(`Left out: ${rest} more APIs, with less at stake.`);
  return { landscape, modelled: models.length > 0 };
}

function saysSomething({ actors, components, flows, zones }: Model): boolean {
  return [actors, components, flows, zones].some(({ length }) => length > 0);
}

function drawApi(landscape: Landscape, { id, api, label, level, threats }: ShownApi, modelled: boolean): void {
  const count = api.coverage.size;
  const named = api.models.find(({ entry }) => entry.zone !== '') ?? api.models[0];
  landscape.thing({
    id,
    kind: 'api',
    label,
    detail: `${count} ${count === 1 ? 'operation' : 'operations'}`,
    zone: named?.entry.zone || (modelled ? '' : GUESSED_ZONE),
    level,
    threats,
    guessed: false,
    at: named?.entry.at ?? api.description.at,
  });
}
