import { newModelOf } from '../../model';
import type { ApiDescription } from '../../openapi/types';
import { guessActors, sketchActors } from './guess-actors';
import { guessApis, sketchApis } from './guess-apis';
import { guessComponents, sketchComponents } from './guess-components';
import { guessData } from './guess-data';
import { guessFlows, sketchFlows } from './guess-flows';
import { guessZones } from './guess-zones';
import { Ids } from './ids';
import { lastSegment } from './places';
import type { Zone } from './sketch';

const HEAD = 'A first model, read from the descriptions. Check each guess, then take its comment away.';
const TAIL =
  'Next: what must stay true (goals), what no rule can see (threats), and what is done about it (mitigations).';

/**
 * The text of a first model of some APIs, to stand at `modelUri`. Everything in it is shown by the descriptions or marked as
 * guessed from them; it changes no finding.
 */
export function firstModelText(descriptions: readonly ApiDescription[], modelUri: string): string {
  const ids = new Ids();
  const apis = sketchApis(descriptions, modelUri, ids);
  const data = guessData(apis, ids);
  const actors = sketchActors(apis, ids);
  const components = sketchComponents(apis, ids);
  const zones = new Set<Zone>(['backend', ...[...actors, ...components].map(({ zone }) => zone)]);
  const sections = [
    { name: 'apis', entries: guessApis(apis) },
    data.section,
    { name: 'zones', entries: guessZones(zones) },
    { name: 'actors', entries: guessActors(actors) },
    { name: 'components', entries: guessComponents(components) },
    guessFlows(sketchFlows(actors, components), data),
  ];
  return newModelOf(titleOf(descriptions, modelUri), sections, HEAD, TAIL);
}

/** The only title, or the one that all begin with; else the name of the model's file. */
function titleOf(descriptions: readonly ApiDescription[], modelUri: string): string {
  const titles = [...new Set(descriptions.map(({ title }) => title.trim()).filter((title) => title !== ''))];
  const [shortest] = titles.sort((a, b) => a.length - b.length);
  if (shortest !== undefined && titles.every((title) => title.startsWith(shortest))) return shortest;
  return lastSegment(modelUri).replace(/(?:\.threats)?\.(?:ya?ml|json)$/i, '');
}
