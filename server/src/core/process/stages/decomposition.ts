import type { Model } from '../../model/types';
import type { StageInput } from '../stage-input';
import { kept, noneLeft, thereIs, toldAs, unread } from '../stage-items';
import type { StageItem } from '../types';

/** What it is made of: data, zones, actors, and the flows between them. */
export function decomposition(input: StageInput): readonly StageItem[] {
  const { actors, flows, data, zones, at } = input.model;
  return kept([
    thereIs(
      data,
      '{kind of data is|kinds of data are} named',
      'No data is named: write what is worth protecting under `data`',
      at,
    ),
    thereIs(
      zones,
      '{zone is|zones are} named',
      'No zone is named: write how far each place is trusted under `zones`',
      at,
    ),
    thereIs(actors, '{actor is|actors are} named', 'No actor is named: write who uses the APIs under `actors`', at),
    noneLeft(
      actors,
      actors.filter(({ zone }) => zone === ''),
      { done: 'Every actor stands in a zone', left: '{actor stands|actors stand} in no zone' },
    ),
    thereIs(flows, '{flow is|flows are} drawn', 'No flow is drawn: write who calls whom under `flows`', at),
    ...(flows.length === 0 ? [] : alongFlows(input.model)),
    toldAs(input, ['unknown-transport'], '{flow does|flows do} not say what encrypts what goes along'),
    toldAs(input, ['nobody-calls'], '{API has|APIs have} operations that nobody calls'),
    unread(input, 'data', 'zones', 'actors', 'flows'),
  ]);
}

/** What flows leave out. Where none is drawn, that is told. */
function alongFlows({ apis, components, actors, flows, data }: Model): readonly (StageItem | null)[] {
  const drawn = new Set(flows.flatMap(({ hops }) => hops));
  const moved = new Set([...flows.flatMap(({ carries }) => carries), ...components.flatMap(({ holds }) => holds)]);
  const things = [...apis, ...components];
  return [
    noneLeft(
      things,
      things.filter(({ id }) => !drawn.has(id)),
      { done: 'Flows lead to every API and component', left: '{thing has|things have} no flow that leads there' },
    ),
    noneLeft(
      actors,
      actors.filter(({ id, calls }) => calls.length === 0 && !drawn.has(id)),
      { done: 'Every actor calls something', left: '{actor calls|actors call} nothing' },
    ),
    noneLeft(
      data,
      data.filter(({ id, class: one }) => one !== 'public' && !moved.has(id)),
      {
        done: 'It is known where the data goes',
        left: '{kind of data goes|kinds of data go} nowhere: no flow carries it and no component holds it',
      },
    ),
  ];
}
