import type { Clause, Regulation } from '../../catalogue';
import type { Model, ModelFlow, ModelGoal } from '../../model/types';
import type { ApiAnalysis, Finding } from '../types';
import type { AskedClause } from './asked-of-goal';

/** Never a verdict on whether a law is obeyed: what the findings and questions that we know of come to. */
export type GoalState = 'met' | 'at-risk' | 'broken';

/** What is open weighs: it breaks the goal, puts it at risk, or lies below what is accepted there. */
export type GoalWeight = 'breaks' | 'endangers' | 'below';

/** A finding that speaks against a goal. */
export interface GoalFinding {
  readonly finding: Finding;
  readonly api: ApiAnalysis;
  readonly weight: GoalWeight;
  /** The article or requirement that it speaks against, by our reading; null where no regulation is behind the goal. */
  readonly clause: Clause | null;
}

/** A flow that carries the goal's data across zones, in clear text or over nobody knows what. */
export interface GoalFlow {
  readonly flow: ModelFlow;
  readonly data: string;
  readonly weight: GoalWeight;
  readonly clause: Clause | null;
}

/** How a goal stands. */
export interface GoalReport {
  readonly goal: ModelGoal;
  readonly model: Model;
  /** Null where none is behind it, or one that is a label to us. */
  readonly regulation: Regulation | null;
  readonly state: GoalState;
  /** How many operations it protects. */
  readonly operations: number;
  /** What is open, the worst first. */
  readonly findings: readonly GoalFinding[];
  readonly flows: readonly GoalFlow[];
  readonly questions: readonly AskedClause[];
}
