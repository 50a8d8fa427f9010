import { sketchActors } from '../../features/first-model/guess-actors';
import { sketchApis } from '../../features/first-model/guess-apis';
import { sketchComponents } from '../../features/first-model/guess-components';
import { carriedBy, DATA_KINDS } from '../../features/first-model/guess-data';
import { sketchFlows } from '../../features/first-model/guess-flows';
import { ZONES } from '../../features/first-model/guess-zones';
import { Ids } from '../../features/first-model/ids';
import { isClear } from '../../model';
import type { Landscape } from './landscape';
import type { ShownApi } from './shown-apis';

/** The zone that an API runs in where nobody says it. */
export const GUESSED_ZONE = 'backend';

/** What data of each class is called. */
const DATA = { ids: new Map(DATA_KINDS.map(({ dataClass, id }) => [dataClass, id])) };
const UNKNOWN = { detail: '', level: null, threats: 0, at: null } as const;

/** Draws what a first model of an API would guess: who calls it, whom it calls, with which data. */
export function drawGuesses(landscape: Landscape, { id, api, label }: ShownApi): void {
  const { description } = api;
  const ids = new Ids();
  const apis = sketchApis([description], description.uri, ids);
  const actors = sketchActors(apis, ids);
  const components = sketchComponents(apis, ids);
  for (const [zone, trust] of ZONES) landscape.zone({ id: zone, trust, guessed: true, at: null });
  for (const { id: name, zone } of actors) {
    landscape.thing({ id: `actor ${name}`, kind: 'actor', label: name, zone, guessed: true, ...UNKNOWN });
  }
  for (const { id: name, kind, zone } of components) {
    landscape.thing({ id: `component ${name}`, kind, label: name, zone, guessed: true, ...UNKNOWN });
  }
  const ends = new Map([
    ...apis.map((one) => [one.id, id] as const),
    ...actors.map((one) => [one.id, `actor ${one.id}`] as const),
    ...components.map((one) => [one.id, `component ${one.id}`] as const),
  ]);
  for (const { from, to, over, operations } of sketchFlows(actors, components)) {
    landscape.call({
      from: ends.get(from) ?? from,
      to: ends.get(to) ?? to,
      carries: carriedBy(operations, DATA),
      over,
      clear: isClear({ over }),
      guessed: true,
      at: null,
    });
  }
  landscape.guesses.add(`${label}: no model says what stands around it; its description tells what can be guessed.`);
}
