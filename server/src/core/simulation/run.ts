import type { Steps } from '../text';
import { BATCH, type PassTally, passing, RUNS_PER_STEP } from './pass';
import type { Problem } from './problem';

/** How many measures to take first are sought. */
const FIRST = 3;

export interface RunOptions {
  readonly runs: number;
  readonly seed: number;
}

/** Sums over all runs. Plain numbers and arrays: it comes back from a worker. */
export interface Tally {
  readonly runs: number;
  readonly hits: Float64Array;
  readonly loss: number;
  readonly lossSquares: number;
  /** By candidate. */
  readonly removed: Float64Array;
  readonly removedSquares: Float64Array;
  /** The best candidate, the best beside it, and so on, with the loss that each removes and what then is left. */
  readonly first: readonly { readonly candidate: number; readonly removed: number; readonly left: number }[];
}

/** Simulates attacks, and each candidate against the same attacks. */
export function* running(problem: Problem, { runs, seed }: RunOptions): Steps<Tally> {
  const all = Array.from({ length: problem.candidates }, (_, candidate) => candidate);
  const removed = new Float64Array(all.length);
  const removedSquares = new Float64Array(all.length);
  let base: PassTally | null = null;
  for (const batch of batchesOf(all)) {
    const tally = yield* passing(problem, problem.probability, batch, runs, seed);
    removed.set(tally.removed, batch[0] ?? 0);
    removedSquares.set(tally.removedSquares, batch[0] ?? 0);
    base ??= tally;
  }
  if (base === null) throw new RangeError('There is one batch at least.');
  const { hits, loss, lossSquares } = base;
  const first = yield* choosing(problem, { runs, seed }, removed, loss);
  return { runs, hits, loss, lossSquares, removed, removedSquares, first };
}

/** How many steps `running` takes at most: what is done of them is its progress. */
export function stepsIn({ candidates }: Problem, { runs }: RunOptions): number {
  const passes = Math.max(1, Math.ceil(candidates / BATCH)) + Math.min(FIRST - 1, Math.max(0, candidates - 1));
  return passes * Math.ceil(runs / RUNS_PER_STEP);
}

function batchesOf(all: readonly number[]): readonly (readonly number[])[] {
  const count = Math.max(1, Math.ceil(all.length / BATCH));
  return Array.from({ length: count }, (_, index) => all.slice(index * BATCH, (index + 1) * BATCH));
}

/**
 * The candidates to begin with: each the best where those before it are in place, since two that close the same way buy little
 * together. Only the best of the first round are asked again.
 */
function* choosing(problem: Problem, options: RunOptions, alone: Float64Array, loss: number): Steps<Tally['first']> {
  const ranked = [...alone.keys()].sort((a, b) => (alone[b] ?? 0) - (alone[a] ?? 0) || a - b).slice(0, BATCH);
  const chosen: { candidate: number; removed: number; left: number }[] = [];
  let values = new Map(ranked.map((candidate) => [candidate, alone[candidate] ?? 0]));
  let probability = problem.probability;
  let left = loss;
  while (chosen.length < FIRST) {
    const [candidate, removed] = bestOf(values) ?? [-1, 0];
    if (removed <= 0) return chosen;
    left -= removed;
    chosen.push({ candidate, removed, left });
    if (chosen.length === FIRST) return chosen;
    probability = withCandidate(problem, probability, candidate);
    const rest = [...values.keys()].filter((one) => one !== candidate);
    if (rest.length === 0) return chosen;
    const tally = yield* passing(problem, probability, rest, options.runs, options.seed);
    values = new Map(rest.map((one, index) => [one, tally.removed[index] ?? 0]));
  }
  return chosen;
}

function bestOf(values: ReadonlyMap<number, number>): readonly [number, number] | undefined {
  return [...values].sort((first, second) => second[1] - first[1] || first[0] - second[0])[0];
}

function withCandidate(problem: Problem, before: Float64Array, candidate: number): Float64Array {
  const after = before.slice();
  for (let edge = 0; edge < after.length; edge++) {
    for (let at = problem.lowering[edge] as number; at < (problem.lowering[edge + 1] as number); at++) {
      if (problem.candidate[at] === candidate) after[edge] = (after[edge] as number) * (problem.left[at] as number);
    }
  }
  return after;
}
