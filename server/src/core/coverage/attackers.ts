import type { Model, Trust } from '../model/types';
import type { Exposure } from '../rules/types';
import { memoText } from '../text';

/** Somebody who does a threat, as its model says, and from where. */
export interface Attacker {
  readonly id: string;
  readonly from: Exposure;
}

/** Where whoever is in a zone stands, for an API. */
const PLACES: Readonly<Record<Trust, Exposure>> = {
  untrusted: 'internet',
  'semi-trusted': 'partner',
  trusted: 'internal',
};

/** Those who do threats, by the ids of their actors; the same object for the same words. Who is in no zone comes from outside. */
export function attackersById(models: readonly Model[]): ReadonlyMap<string, Attacker> {
  const accused = new Set(models.flatMap(({ threats }) => threats.flatMap(({ by }) => by)));
  if (accused.size === 0) return NOBODY;
  const trust = new Map(models.flatMap(({ zones }) => zones.map((zone) => [zone.id, zone.trust] as const)));
  const actors = models.flatMap((model) => model.actors).filter(({ id }) => accused.has(id));
  return attackersIn(JSON.stringify(actors.map(({ id, zone }) => [id, PLACES[trust.get(zone) ?? 'untrusted']])));
}

const NOBODY: ReadonlyMap<string, Attacker> = new Map();

const attackersIn = memoText(100, (text): ReadonlyMap<string, Attacker> => {
  const actors = JSON.parse(text) as [id: string, from: Exposure][];
  return new Map(actors.map(([id, from]) => [id, { id, from }]));
});
