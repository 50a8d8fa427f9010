import { type Drift, leavesMore, type RiskChange, type Workspace } from '../../core/index';
import type { Standpoint } from './located';

/** What `drift` tells. */
export interface ToldDrift extends Standpoint {
  /** What things are held against: `the review of 2026-11-01`, `main (1a2b3c4d5e)`. */
  readonly since: string;
  readonly parts: readonly DriftPart[];
  /** Null where only a lock is known of before, which says nothing of risk. */
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

/** 1 where there is more risk than before. */
export function driftExitCode({ parts, risks }: ToldDrift): 0 | 1 {
  if (risks !== null) return risks.some(({ more }) => more) ? 1 : 0;
  const drifts = parts.flatMap((part) => part.drifts);
  return drifts.some(leavesMore) ? 1 : 0;
}
