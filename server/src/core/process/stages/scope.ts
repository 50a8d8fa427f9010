import type { StageInput } from '../stage-input';
import { kept, noneLeft, noneOf, thereIs, unread } from '../stage-items';
import type { StageItem } from '../types';

/** What belongs to it: APIs, what stands beside them, and who answers for them. */
export function scope(input: StageInput): readonly StageItem[] {
  const { model, apis, analysis, words } = input;
  const owned = new Set(
    words.filter(({ section, key }) => section === 'apis' && key?.name === 'owner').map((one) => one.entry),
  );
  const found = new Set(
    analysis.apis.flatMap((api) => api.models.filter((named) => named.model === model).map(({ entry }) => entry.id)),
  );
  const bare = analysis.apis.filter(({ models }) => models.length === 0);
  const things = [...model.apis, ...model.components];
  return kept([
    thereIs(model.apis, '{API is|APIs are} named', 'No API is named: write one under `apis`', model.at),
    noneLeft(
      model.apis,
      model.apis.filter(({ id }) => !found.has(id)),
      {
        done: 'Every API has its description',
        left: '{API has no description|APIs have no description} that was found',
      },
    ),
    noneLeft(
      analysis.apis,
      bare.map(({ id, description }) => ({ id, at: description.at })),
      { done: 'Every description belongs to a model', left: '{description belongs|descriptions belong} to no model' },
    ),
    noneLeft(model.apis, model.owner === '' ? model.apis.filter(({ id }) => !owned.has(id)) : [], {
      done: 'Somebody answers for every API',
      left: '{API has|APIs have} no owner',
    }),
    thereIs(
      model.components,
      '{component stands|components stand} beside the APIs',
      'No component is named: gateways, datastores and services of others stand under `components`',
      model.at,
    ),
    noneLeft(things, [...things.filter(({ zone }) => zone === '')], {
      done: 'Everything lies in a zone',
      left: '{thing lies|things lie} in no zone',
    }),
    noneOf(
      apis.flatMap(({ description }) => description.problems),
      apis.flatMap(({ description }) => description.problems.map(({ message, at }) => ({ id: message, at }))),
      { done: '', left: '{part of a description does|parts of descriptions do} not read' },
    ),
    unread(input),
  ]);
}
