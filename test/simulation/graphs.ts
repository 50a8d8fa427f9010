import { problemOf, running, type Tally } from '../../server/src/core/simulation';
import type { Edge, Graph, Lowered } from '../../server/src/core/simulation/types';
import { finish } from '../../server/src/core/text';

export const SEEDS = [1, 7, 42, 1234, 20_261_128];
export const RUNS = 20_000;

/** `[from, to, probability, draw]`; an edge without a draw has one of its own, and probability 1 is certain. */
export type Drawn = readonly [
  from: string,
  to: string,
  probability: number,
  draw?: string,
  lowered?: readonly Lowered[],
];

/** A graph that starts at `start` and whose assets are the named nodes, each of impact 10. */
export function graphOf(drawn: readonly Drawn[], assets: readonly string[], candidates = 0): Graph {
  const ids = [...new Set(['start', ...assets, ...drawn.map(([from]) => from), ...drawn.map(([, to]) => to)])];
  const edges = drawn.map(([from, to, probability, draw = `${from}>${to}`, lowered = []], index): Edge => {
    const certain = probability === 1;
    return {
      from: ids.indexOf(from),
      to: ids.indexOf(to),
      draw: certain ? '' : draw === `${from}>${to}` ? `${draw}#${index}` : draw,
      probability,
      text: `${from} to ${to}`,
      guess: '',
      finding: null,
      lowered,
    };
  });
  return {
    nodes: ids.map((id) => ({ id, title: id })),
    starts: [0],
    edges,
    assets: assets.map((id) => {
      return { node: ids.indexOf(id), kind: 'data', id, title: id, harm: 'disclosed', impact: 10 };
    }),
    candidates: Array.from({ length: candidates }, (_, index) => {
      const words = { id: `m${index}`, title: `m${index}`, source: 'planned', control: '', at: null } as const;
      return { ...words, findings: new Set<string>(), operations: 0, certainty: 'shown' };
    }),
    modelled: true,
    guesses: [],
    leadNowhere: 0,
  };
}

export function runOf(graph: Graph, seed: number, runs = RUNS): Tally {
  return finish(running(problemOf(graph).problem, { runs, seed }));
}

/** How many standard errors what was simulated lies above what is true; below it where negative. */
export function errorsAbove(hits: number, probability: number, runs = RUNS): number {
  return (hits / runs - probability) / Math.sqrt((probability * (1 - probability)) / runs);
}

/** The same without its sign. */
export function errorsAway(hits: number, probability: number, runs = RUNS): number {
  return Math.abs(errorsAbove(hits, probability, runs));
}
