import type { Simulation } from '../../core/index';
import type { Standpoint } from './located';

/** A simulation, and what it takes to say where things stand. */
export interface ToldSimulation extends Standpoint {
  readonly simulation: Simulation;
  /** Ids of the APIs that were simulated. */
  readonly apis: readonly string[];
  readonly notChecked: readonly { readonly path: string; readonly reason: string }[];
}
