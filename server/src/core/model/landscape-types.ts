import type { Place } from '../text/types';
import type { Level } from './schema/common';
import type { COMPONENT_KEYS, GOAL_KEYS, RISK_KEYS, ZONE_KEYS } from './schema/parts';
import type { WordOf } from './schema/schema-types';
import type { Statement } from './types';

export type GoalProperty = WordOf<typeof GOAL_KEYS, 'property'>;
export type Trust = WordOf<typeof ZONE_KEYS, 'trust'>;
export type ComponentKind = WordOf<typeof COMPONENT_KEYS, 'kind'>;
export type RiskMethod = WordOf<typeof RISK_KEYS, 'method'>;

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
  readonly spec: string;
  readonly at: Place;
}
