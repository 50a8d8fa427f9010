import type { ApplyFix, FindingFix, FindingParams } from './messages';

/** client -> server: answers for several findings at once, `SeveralParams` -> `SeveralFix[]`, one for each way to answer them. */
export const ANSWER_SEVERAL = 'stridewise/answerSeveral';

export interface SeveralParams {
  /** Findings, or with `operation` one of the operations that they touch. What is not there any more is left out. */
  readonly subjects: readonly FindingParams[];
}

export interface SeveralFix extends ApplyFix {
  readonly strategy: Exclude<FindingFix['strategy'], ''> | 'not-applicable';
  /** What it writes: `2 entries in shop.threats.yaml`. */
  readonly detail: string;
  /** How many of the subjects it answers. */
  readonly answers: number;
}

/** client -> server: the mitigations that may answer findings too, `AnswerWithParams` -> `MitigationChoice[]`. */
export const ANSWER_WITH = 'stridewise/answerWith';

export interface AnswerWithParams extends SeveralParams {
  /** The id of the tree's node of the only one that is asked for; absent for all. */
  readonly mitigation?: string;
}

/** What adds the findings to what a mitigation covers, or why that cannot be. */
export interface MitigationChoice extends ApplyFix {
  readonly description: string;
}
