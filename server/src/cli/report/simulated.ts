import type { Simulation, Steps } from '../../core/index';
import type { Progress } from '../progress';
import type { Standpoint } from './located';

/** A simulation, and what it takes to say where things stand. */
export interface ToldSimulation extends Standpoint {
  readonly simulation: Simulation;
  /** Ids of the APIs that were simulated. */
  readonly apis: readonly string[];
  readonly notChecked: readonly { readonly path: string; readonly reason: string }[];
}

/** A simulation to its end, saying what goes on. */
export function wholly(steps: Steps<Simulation>, runs: number, progress: Progress): Simulation {
  try {
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
      progress.tell(`Simulating ${runs.toLocaleString('en')} attacks`);
    }
  } finally {
    progress.done();
  }
}
