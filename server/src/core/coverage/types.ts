import type { Level, Mitigation, Model, ModelProblem, ModelThreat, RiskMethod } from '../model/types';
import type { ApiDescription, Operation } from '../openapi/types';
import type { Certainty, Exposure, Rule, Stride } from '../rules/types';
import type { Place } from '../text/types';
import type { Appraisal, Case } from './appraise';
import type { Traffic } from './called';
import type { NamedIn } from './name-specs';

/** What became of a finding; the first is the best answer. */
export type State =
  | 'avoided'
  | 'mitigated'
  | 'transferred'
  | 'accepted'
  | 'assumed'
  | 'planned'
  | 'threatened'
  | 'silenced';

/** What became of a category of an operation. */
export type CategoryState = State | 'not-applicable' | 'controlled' | 'unanswered';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Figures by the method that ranks. */
export interface Risk {
  readonly method: RiskMethod;
  /** 0-10. */
  readonly inherent: number;
  readonly residual: number;
  /** Of what is left. */
  readonly level: Level;
  /** What is left, 0-10, where medium begins at 4, high at 7 and critical at 9 whatever the method: the order across APIs. */
  readonly rank: number;
}

/** A finding at one of its operations. */
export interface Member {
  readonly operation: Operation;
  /** The answers that count there, and entries that would answer but lack something. */
  readonly answers: readonly Mitigation[];
  readonly appraisal: Appraisal;
}

/** One diagnostic: a rule (or a person's threat, or unanswered categories) with everything it touches. */
export interface Finding {
  /** Rule id, `unanswered` or `written-threat`. */
  readonly rule: string;
  readonly definition: Rule | null;
  /** The model's entry that is this threat. */
  readonly threat: ModelThreat | null;
  readonly title: string;
  readonly message: string;
  readonly stride: readonly Stride[];
  readonly owasp: readonly string[];
  readonly cwe: readonly number[];
  readonly severity: Severity;
  /** The highest level that may stay open there: the strictest of the models and the goals that it touches. */
  readonly acceptable: Level;
  readonly certainty: Certainty;
  readonly state: State | 'unanswered';
  readonly risk: Risk;
  /** What the figures were made of: the worst of the operations that it touches; null for a question. */
  readonly basis: Case | null;
  /** Open operations that it touches, in the order of the specification; the first stands for it. */
  readonly operations: readonly Operation[];
  /** The same one by one; empty for questions. */
  readonly members: readonly Member[];
  readonly part: string;
  readonly at: Place;
  /** The answers that count, and entries that would answer but lack something. */
  readonly answers: readonly Mitigation[];
  /** What an answer lacks, as a sentence; empty where nothing. */
  readonly lacking: string;
  readonly apiWide: boolean;
  /** Stable over moved lines, models and working directories (see fingerprint.ts). */
  readonly fingerprint: string;
  /** Stable id inside a session, for the tree. */
  readonly id: string;
}

/** An API: a description and what the models say of it. */
export interface ApiAnalysis {
  /** The model's id, else the file's name without endings. */
  readonly id: string;
  readonly description: ApiDescription;
  readonly exposure: Exposure;
  /**
   * Not null where components name it and no API does: it is somebody else's, its operations are operations that we call, and no
   * rule judges it. Then what flows show of these calls.
   */
  readonly called: Traffic | null;
  /** The highest level that is acceptable: the strictest of the models. */
  readonly acceptable: Level;
  /** With the entry that names it, and the id that the model has for it. */
  readonly models: readonly NamedIn[];
  /** What its description says of itself, where no model names it; null where it says nothing. */
  readonly beside: NamedIn | null;
  /** Every finding, answered ones too, ranked by residual risk. */
  readonly findings: readonly Finding[];
  /** Category states of each operation. */
  readonly coverage: ReadonlyMap<Operation, Readonly<Record<Stride, CategoryState>>>;
  /** Rules that failed on this API, with the reason. */
  readonly notChecked: readonly { readonly reason: string; readonly at: Place }[];
}

export interface Analysis {
  readonly apis: readonly ApiAnalysis[];
  readonly models: readonly Model[];
  /** `YYYY-MM-DD`, in UTC: the day that it was made for. */
  readonly today: string;
  /** Problems of models that need the specifications to be seen (binding): by model uri. */
  readonly problems: readonly ModelProblem[];
}
