import type { ModelComponent, ModelEnvironment, ModelGoal, ModelZone } from '../landscape-types';
import type { KeysOf } from '../schema/sections';
import { type Pair, placeOf } from './cells';
import type { Fields } from './fields';
import { statementsOf } from './values';

/** An environment with its servers. */
export function makeEnvironment(pair: Pair, fields: Fields<KeysOf<'environments'>>): ModelEnvironment {
  return { id: pair.key, servers: fields.texts('servers'), at: pair.keyAt };
}

/** A goal with what it protects. */
export function makeGoal(pair: Pair, fields: Fields<KeysOf<'goals'>>): ModelGoal {
  return {
    id: pair.key,
    title: fields.text('title'),
    regulation: fields.text('regulation'),
    property: fields.word('property'),
    protects: statementsOf(fields.cell('protects'), 'where'),
    acceptable: fields.word('acceptable'),
    at: pair.keyAt,
  };
}

/** A zone with how far it is trusted. */
export function makeZone(pair: Pair, fields: Fields<KeysOf<'zones'>>): ModelZone {
  return { id: pair.key, trust: fields.word('trust'), at: pair.keyAt };
}

/** A component with what it keeps. */
export function makeComponent(pair: Pair, fields: Fields<KeysOf<'components'>>): ModelComponent {
  const spec = fields.cell('spec');
  return {
    id: pair.key,
    kind: fields.word('kind'),
    zone: fields.text('zone'),
    holds: fields.texts('holds'),
    ports: fields.texts('ports'),
    settings: fields.texts('settings'),
    provider: fields.text('provider'),
    spec: fields.text('spec'),
    specAt: spec === undefined ? pair.keyAt : placeOf(spec),
    at: pair.keyAt,
  };
}
