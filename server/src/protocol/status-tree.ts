import type { WireLocation } from './messages';

/** client -> server: how each goal of the models stands, `{}` -> `StatusRow[]`. */
export const GOALS = 'stridewise/goals';

/** client -> server: how far the models are in PASTA's seven stages, `{}` -> `ProcessRows`. */
export const PROCESS = 'stridewise/process';

/** client -> server: every API and what is to be looked at, `{}` -> `StatusRow[]`. */
export const INVENTORY = 'stridewise/inventory';

/** A line of a list that says how things stand, with all that lies below it. */
export interface StatusRow {
  /** Stable while what it tells is there. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Plain text; empty for nothing more. */
  readonly detail: string;
  /** Settled, waiting for somebody, against it, or nothing of that. */
  readonly tone: 'good' | 'waiting' | 'bad' | 'plain';
  readonly location: WireLocation | null;
  readonly children: readonly StatusRow[];
}

export interface ProcessRows {
  /** `5 of 7`; empty where there is no model, or more than one. */
  readonly progress: string;
  readonly rows: readonly StatusRow[];
}
