import type { Mitigation, ModelThreat } from '../model/types';
import type { Dread, Evidence, Rule } from '../rules/types';
import type { Risk } from './types';

/** What a risk method needs to know of one finding at one operation. */
export interface Case {
  readonly rule: Rule | null;
  readonly evidence: Evidence | null;
  readonly threat: ModelThreat | null;
  readonly answers: readonly Mitigation[];
}

export interface Appraisal {
  readonly dread: Dread | null;
  readonly risk: Risk;
}

/** A risk method. Coverage is given one, so that it knows of none. */
export type Appraise = (item: Case) => Appraisal;
