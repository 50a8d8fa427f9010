import type { StageInput } from '../stage-input';
import { kept, noneLeft, thereIs, toldAs, unread } from '../stage-items';
import type { StageItem } from '../types';

/** How it is done: by whom, by which techniques, on which ways. */
export function attacks(input: StageInput): readonly StageItem[] {
  const { model } = input;
  const trusted = new Set(model.zones.filter(({ trust }) => trust === 'trusted').map(({ id }) => id));
  // Who stands in no zone counts as outside, as where risk is rated.
  const outside = model.actors.filter(({ zone }) => !trusted.has(zone));
  const drawn = new Set(model.flows.flatMap(({ hops }) => hops));
  return kept([
    thereIs(
      outside,
      '{actor may|actors may} attack from outside',
      'No actor acts from a zone that is not trusted, so nobody would attack',
      model.at,
    ),
    noneLeft(
      outside,
      outside.filter(({ id, calls }) => calls.length === 0 && !drawn.has(id)),
      { done: 'It is known what they reach', left: '{of them reaches|of them reach} nothing' },
    ),
    noneLeft(
      model.threats,
      model.threats.filter(({ attacks: names, rule }) => names.length === 0 && rule === ''),
      {
        done: 'Every written threat says how it is done',
        left: '{written threat names|written threats name} no attack technique, under `attack`',
      },
    ),
    thereIs(
      model.businessFlows,
      '{business flow is|business flows are} marked as worth abusing',
      'No business flow is marked as worth abusing: write one under `businessFlows`',
      model.at,
    ),
    toldAs(input, ['unknown-technique'], '{attack technique is|attack techniques are} not known'),
    unread(input, 'businessFlows'),
  ]);
}
