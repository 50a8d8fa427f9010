import type { Analysis, ApiAnalysis } from '../coverage/types';
import type { Steps } from '../text';
import { graphing } from './graph-of';
import { likeliestWays, pathsOf, type WayTo } from './paths';
import { type Problem, problemOf } from './problem';
import { running, type Tally } from './run';
import type { AssetResult, Edge, Graph, MeasureResult, Simulation, SimulationOptions } from './types';

export const RUNS = 10_000;
/** More would not tell more, and would take minutes. */
export const MOST_RUNS = 1_000_000;
export const SEED = 1;
/** Paths that are told. */
const PATHS = 10;

/** What is to be simulated: the graph, and its numbers for whoever does the running. */
export interface Prepared {
  readonly graph: Graph;
  readonly problem: Problem;
  readonly edges: readonly Edge[];
}

/** The graph of an analysis, of these APIs or all, in steps of an operation or a finding. */
export function* preparing(analysis: Analysis, apis?: readonly ApiAnalysis[]): Steps<Prepared> {
  const graph = yield* graphing(analysis, apis);
  return { graph, ...problemOf(graph) };
}

/** Simulates attacks on what an analysis shows. The same analysis, runs and seed give the same result on every machine. */
export function* simulating(
  analysis: Analysis,
  { runs = RUNS, seed = SEED }: SimulationOptions = {},
  apis?: readonly ApiAnalysis[],
): Steps<Simulation> {
  const prepared = yield* preparing(analysis, apis);
  const tally = yield* running(prepared.problem, { runs, seed });
  return summarise(prepared, tally, seed);
}

/** What the sums of all runs say of the graph. */
export function summarise({ graph, problem, edges }: Prepared, tally: Tally, seed: number): Simulation {
  const { runs } = tally;
  const ways = likeliestWays(graph, problem, edges);
  const [loss, error] = meanOf(tally.loss, tally.lossSquares, runs);
  return {
    runs,
    seed,
    modelled: graph.modelled,
    guesses: graph.guesses,
    leadNowhere: graph.leadNowhere,
    loss,
    error,
    assets: assetsOf(graph, tally, ways),
    paths: pathsOf(ways, PATHS),
    measures: measuresOf(graph, tally),
    first: tally.first.flatMap(({ candidate, removed, left }) => {
      const one = graph.candidates[candidate];
      if (one === undefined) return [];
      const { id, title, source } = one;
      return [{ id, title, source, buys: removed / runs, left: left / runs }];
    }),
  };
}

function assetsOf(graph: Graph, { hits, runs }: Tally, ways: readonly WayTo[]): AssetResult[] {
  const results = graph.assets.map(({ node, ...asset }, index) => {
    const probability = (hits[index] ?? 0) / runs;
    const error = Math.sqrt((probability * (1 - probability)) / runs);
    const best = ways.find((way) => way.asset.node === node);
    const guessed = best?.steps.some(({ guess }) => guess !== '') ?? false;
    return { ...asset, probability, error, loss: probability * asset.impact, guessed };
  });
  return results.sort((first, second) => second.loss - first.loss);
}

function measuresOf({ candidates }: Graph, { removed, removedSquares, runs }: Tally): MeasureResult[] {
  const results = candidates.map(({ findings, ...candidate }, index) => {
    const [buys, error] = meanOf(removed[index] ?? 0, removedSquares[index] ?? 0, runs);
    return { ...candidate, findings: findings.size, buys, error };
  });
  return results.sort((first, second) => second.buys - first.buys);
}

/** The mean of `runs` values and its standard error, from their sum and the sum of their squares. */
function meanOf(sum: number, squares: number, runs: number): readonly [mean: number, error: number] {
  const average = sum / runs;
  const variance = Math.max(0, squares / runs - average * average);
  return [average, Math.sqrt(variance / runs)];
}
