import type { Level, Mitigation, ModelThreat, RiskSettings } from '../model/types';
import type { DataClass, Operation } from '../openapi/types';
import type { Certainty, Evidence, Exposure, Rule } from '../rules/types';
import type { Attacker } from './attackers';
import type { Risk } from './types';

/** What the risk methods need to know of one finding or written threat at one operation. */
export interface Case {
  /** As the models see it: what they say of data counts. */
  readonly operation: Operation;
  readonly exposure: Exposure;
  /** We make the call: a webhook or callback of ours, or an operation of somebody else. */
  readonly outgoing: boolean;
  readonly rule: Rule | null;
  readonly evidence: Evidence | null;
  readonly certainty: Certainty;
  readonly threat: ModelThreat | null;
  /** Classes of the data that the threat harms, as its model says. */
  readonly harmed: readonly DataClass[];
  /** Who does the threat, as far as its model knows them. */
  readonly attackers: readonly Attacker[];
  readonly answers: readonly Mitigation[];
  /** The level that models give to what the rule finds, before any answer; null where they give none. */
  readonly level: Level | null;
  readonly settings: RiskSettings;
}

export interface Appraisal {
  readonly risk: Risk;
  /** What it was made of, so that the other methods can be asked as well. */
  readonly basis: Case;
  /** Whether the figures rest on a rule or on somebody's numbers; else the middle of each scale was taken. */
  readonly isFounded: boolean;
}

/** Figures by the method that ranks. Coverage is given it, so that it knows of none. */
export type Appraise = (item: Case) => Appraisal;
