import type { StageInput } from '../stage-input';
import { kept, noneLeft, thereIs, toldAs } from '../stage-items';
import type { StageItem } from '../types';

/** What it is made of: data, zones, actors, and the flows between them. */
export function decomposition(input: StageInput): readonly StageItem[] {
  const { model } = input;
  const { apis, components, actors, flows, data, zones, at } = model;
  const drawn = new Set(flows.flatMap(({ hops }) => hops));
  const moved = new Set([...flows.flatMap(({ carries }) => carries), ...components.flatMap(({ holds }) => holds)]);
  const things = [...apis, ...components];
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
    thereIs(flows, '{flow is|flows are} drawn', 'No flow is drawn: write who calls whom under `flows`', at),
    noneLeft(
      flows.length === 0 ? [] : things,
      things.filter(({ id }) => !drawn.has(id)),
      { done: 'Flows lead to every API and component', left: '{thing has|things have} no flow that leads there' },
    ),
    noneLeft(
      flows.length === 0 ? [] : actors,
      actors.filter(({ id, calls }) => calls.length === 0 && !drawn.has(id)),
      { done: 'Every actor calls something', left: '{actor calls|actors call} nothing' },
    ),
    noneLeft(
      flows.length === 0 ? [] : data,
      data.filter(({ id, class: one }) => one !== 'public' && !moved.has(id)),
      {
        done: 'It is known where the data goes',
        left: '{kind of data goes|kinds of data go} nowhere: no flow carries it and no component holds it',
      },
    ),
    toldAs(input, ['unknown-transport'], '{flow does|flows do} not say what encrypts what goes along'),
    toldAs(input, ['nobody-calls'], '{API has|APIs have} operations that nobody calls'),
  ]);
}
