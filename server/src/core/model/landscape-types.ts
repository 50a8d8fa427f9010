import type { Place } from '../text/types';
import type { Level } from './schema/common';
import type { COMPONENT_KEYS, GOAL_KEYS, ZONE_KEYS } from './schema/parts';
import type { RISK_KEYS } from './schema/risk';
import type { WordOf } from './schema/schema-types';
import type { Statement } from './types';

export type GoalProperty = WordOf<typeof GOAL_KEYS, 'property'>;
export type Trust = WordOf<typeof ZONE_KEYS, 'trust'>;
export type ComponentKind = WordOf<typeof COMPONENT_KEYS, 'kind'>;
export type RiskMethod = WordOf<typeof RISK_KEYS, 'method'>;

/** Where levels begin on 0-10, rising; what lies below medium and above 0 is low. */
export interface Bands {
  readonly medium: number;
  readonly high: number;
  readonly critical: number;
}

/** Five rows, impact from the highest, of five levels, likelihood from the lowest. */
export type Matrix = readonly (readonly Level[])[];

/** How risk is rated. */
export interface RiskSettings {
  /** The method that ranks. */
  readonly method: RiskMethod;
  readonly bands: Bands;
  /** Null for the matrix of the method itself. */
  readonly matrix: Matrix | null;
  /** Whether DREAD's discoverability is always 10. */
  readonly discoverability: WordOf<typeof RISK_KEYS, 'discoverability'>;
}

/** What a threat says for the OWASP Risk Rating; null where it says nothing. */
export interface OwaspWords {
  readonly likelihood: Level | null;
  readonly impact: Level | null;
  /** Factors of 0 to 9 by their groups; null for those that are not named. */
  readonly agent: Numbers;
  readonly vulnerability: Numbers;
  readonly technical: Numbers;
  readonly business: Numbers;
}

export type Numbers = readonly (number | null)[] | null;

/** Where the APIs run, by the addresses of their servers. */
export interface ModelEnvironment {
  readonly id: string;
  readonly servers: readonly string[];
  readonly at: Place;
}

/** What must stay true, and of what. */
export interface ModelGoal {
  readonly id: string;
  readonly title: string;
  /** As written; empty where none is behind it. */
  readonly regulation: string;
  /** Null where it asks for no one property. */
  readonly property: GoalProperty | null;
  readonly protects: readonly Statement[];
  /** The highest level that may stay open there; null where the model's holds. */
  readonly acceptable: Level | null;
  readonly at: Place;
}

export interface ModelZone {
  readonly id: string;
  readonly trust: Trust | null;
  readonly at: Place;
}

/** What stands beside the APIs: gateways, datastores, services of others. */
export interface ModelComponent {
  readonly id: string;
  readonly kind: ComponentKind | null;
  /** Id of a zone, or empty. */
  readonly zone: string;
  /** Ids of the data that it keeps. */
  readonly holds: readonly string[];
  readonly ports: readonly string[];
  /** Files that configure it, as written. */
  readonly settings: readonly string[];
  readonly provider: string;
  /** The description of what it serves, a path or a pattern as for an API, or empty. Its operations are operations that we call. */
  readonly spec: string;
  /** The value of `spec`, or the id; its file is what the path is relative to. */
  readonly specAt: Place;
  readonly at: Place;
}
