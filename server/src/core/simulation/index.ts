export { type Problem, problemOf } from './problem';
export { type RunOptions, running, stepsIn, type Tally } from './run';
export { MOST_RUNS, type Prepared, preparing, RUNS, SEED, simulating, summarise } from './simulate';
export type * from './types';
