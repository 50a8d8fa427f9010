import { type Drift, leavesMore, type RiskChange, type Workspace } from '../../core/index';
import type { Standpoint } from './located';

/** What `drift` tells. */
export interface ToldDrift extends Standpoint {
  /** What things are held against: `the review of 2026-11-01`, `main (1a2b3c4d5e)`. */
  readonly since: string;
  readonly parts: readonly DriftPart[];
  /** Null where only a lock is known of before that says nothing of risk. */
  readonly risks: readonly RiskChange[] | null;
  /** The texts of before, to find places of what is gone. */
  readonly before: Workspace | null;
  readonly notChecked: readonly { readonly path: string; readonly reason: string }[];
}

export interface DriftPart {
  /** The model's file as people at the working directory would write it; empty where it is about all of them. */
  readonly model: string;
  readonly since: string;
  readonly drifts: readonly Drift[];
}

/** 1 where there is more risk than before; since a review also where a change leaves more to attackers, which somebody has to look at. */
export function driftExitCode({ parts, risks, before }: ToldDrift): 0 | 1 {
  const isMore = risks?.some(({ more }) => more) === true;
  const isWeaker = before === null && parts.some(({ drifts }) => drifts.some(leavesMore));
  return isMore || isWeaker ? 1 : 0;
}
