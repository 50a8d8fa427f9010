import type { Steps } from '../text';
import { type Problem, UNIT } from './problem';
import { nextOf, seedStreams } from './random';

/** Bits of a word, of which one stands for the state as it is. */
export const BATCH = 31;
/** Runs between two steps: about a millisecond. */
export const RUNS_PER_STEP = 64;

/** What came of one pass: of each asset how often it was harmed, and of each candidate of the batch what it removed. */
export interface PassTally {
  readonly hits: Float64Array;
  loss: number;
  lossSquares: number;
  readonly removed: Float64Array;
  readonly removedSquares: Float64Array;
}

/** Everything that the runs of a pass write to: nothing is allocated while they go. */
interface Field {
  readonly problem: Problem;
  /** The number below which an edge's draw must lie. */
  readonly threshold: Float64Array;
  /** The candidates of the batch by edge: the bit of each, and the number below which the draw must lie with it. */
  readonly first: Int32Array;
  readonly bit: Int32Array;
  readonly lowered: Float64Array;
  readonly all: number;
  readonly draws: Float64Array;
  readonly reached: Int32Array;
  readonly stack: Int32Array;
  readonly waiting: Uint8Array;
  readonly difference: Float64Array;
  readonly tally: PassTally;
}

/**
 * Runs attacks on the graph as it is and, at once, with each of up to 31 candidates in place: a node's state is a word with a bit
 * for each. All see the same draws, and so a candidate takes from what is reached and never adds to it.
 */
export function* passing(
  problem: Problem,
  probability: Float64Array,
  batch: readonly number[],
  runs: number,
  seed: number,
): Steps<PassTally> {
  const field = fieldOf(problem, probability, batch);
  const streams = seedStreams(seed, problem.draws);
  for (let run = 0; run < runs; run++) {
    if (run % RUNS_PER_STEP === 0) yield;
    // The first is that of certain edges: always nought.
    for (let index = 1; index < field.draws.length; index++) field.draws[index] = nextOf(streams, index);
    attack(field);
    count(field);
  }
  return field.tally;
}

function fieldOf(problem: Problem, probability: Float64Array, batch: readonly number[]): Field {
  const nodes = problem.outgoing.length - 1;
  const bits = new Map(batch.map((candidate, index) => [candidate, index + 1]));
  const first = new Int32Array(probability.length + 1);
  const bit: number[] = [];
  const lowered: number[] = [];
  for (let edge = 0; edge < probability.length; edge++) {
    for (let at = problem.lowering[edge] as number; at < (problem.lowering[edge + 1] as number); at++) {
      const found = bits.get(problem.candidate[at] as number);
      if (found === undefined) continue;
      bit.push(1 << found);
      lowered.push((probability[edge] as number) * (problem.left[at] as number) * UNIT);
    }
    first[edge + 1] = bit.length;
  }
  return {
    problem,
    threshold: probability.map((one) => one * UNIT),
    first,
    bit: Int32Array.from(bit),
    lowered: Float64Array.from(lowered),
    all: batch.length === BATCH ? -1 : (1 << (batch.length + 1)) - 1,
    draws: new Float64Array(problem.draws.length),
    reached: new Int32Array(nodes),
    stack: new Int32Array(nodes + 1),
    waiting: new Uint8Array(nodes),
    difference: new Float64Array(BATCH + 1),
    tally: {
      hits: new Float64Array(problem.assets.length),
      loss: 0,
      lossSquares: 0,
      removed: new Float64Array(batch.length),
      removedSquares: new Float64Array(batch.length),
    },
  };
}

/** One run: which nodes are reached, and with which candidates in place they still are. */
function attack(field: Field): void {
  const { problem, reached, stack, waiting, all } = field;
  reached.fill(0);
  let height = 0;
  for (let index = 0; index < problem.starts.length; index++) {
    const start = problem.starts[index] as number;
    reached[start] = all;
    waiting[start] = 1;
    stack[height++] = start;
  }
  while (height > 0) {
    const node = stack[--height] as number;
    waiting[node] = 0;
    height = leave(field, node, height);
  }
}

/** Takes every edge that leaves a node and works in this run; gives the new height of the stack. */
function leave(field: Field, node: number, before: number): number {
  const { problem, threshold, draws, reached, stack, waiting } = field;
  const { outgoing, to, draw } = problem;
  const state = reached[node] as number;
  const end = outgoing[node + 1] as number;
  let height = before;
  for (let edge = outgoing[node] as number; edge < end; edge++) {
    const target = to[edge] as number;
    const known = reached[target] as number;
    if ((state & ~known) === 0) continue;
    const drawn = draws[draw[edge] as number] as number;
    if (drawn >= (threshold[edge] as number)) continue;
    const added = passes(field, edge, drawn, state & ~known);
    if (added === 0) continue;
    reached[target] = known | added;
    if (waiting[target] === 1) continue;
    waiting[target] = 1;
    stack[height++] = target;
  }
  return height;
}

/** Of the bits that would go along an edge, those whose candidates do not stop it. */
function passes({ first, bit, lowered }: Field, edge: number, drawn: number, bits: number): number {
  let left = bits;
  const end = first[edge + 1] as number;
  for (let at = first[edge] as number; at < end; at++) {
    if (drawn >= (lowered[at] as number)) left &= ~(bit[at] as number);
  }
  return left;
}

function count({ problem, reached, all, difference, tally }: Field): void {
  const { assets, impacts } = problem;
  let loss = 0;
  let touched = 0;
  for (let index = 0; index < assets.length; index++) {
    const state = reached[assets[index] as number] as number;
    if ((state & 1) === 0) continue;
    const impact = impacts[index] as number;
    tally.hits[index] = (tally.hits[index] as number) + 1;
    loss += impact;
    for (let spared = all & ~state; spared !== 0; spared &= spared - 1) {
      const which = 31 - Math.clz32(spared & -spared);
      difference[which] = (difference[which] as number) + impact;
      touched |= 1 << which;
    }
  }
  tally.loss += loss;
  tally.lossSquares += loss * loss;
  for (; touched !== 0; touched &= touched - 1) {
    const which = 31 - Math.clz32(touched & -touched);
    const removed = difference[which] as number;
    difference[which] = 0;
    tally.removed[which - 1] = (tally.removed[which - 1] as number) + removed;
    tally.removedSquares[which - 1] = (tally.removedSquares[which - 1] as number) + removed * removed;
  }
}
