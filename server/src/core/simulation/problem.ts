import type { Edge, Graph } from './types';

/** Random numbers lie below this. */
export const UNIT = 0x1_0000_0000;

/** A graph as numbers: nothing but these goes to a worker. Edges are sorted by the node that they leave. */
export interface Problem {
  readonly starts: Int32Array;
  /** Of each node, its first edge; one more at the end. */
  readonly outgoing: Int32Array;
  readonly to: Int32Array;
  readonly draw: Int32Array;
  readonly probability: Float64Array;
  /** Of each edge, its first entry in the two that follow; one more at the end. */
  readonly lowering: Int32Array;
  readonly candidate: Int32Array;
  readonly left: Float64Array;
  /** Names of the streams; the first is that of certain edges. */
  readonly draws: readonly string[];
  /** Nodes of the assets, and what their loss weighs. */
  readonly assets: Int32Array;
  readonly impacts: Float64Array;
  readonly candidates: number;
}

/** The numbers of a graph, and its edges in their order. */
export function problemOf(graph: Graph): { readonly problem: Problem; readonly edges: readonly Edge[] } {
  const edges = graph.edges.map((edge, index) => ({ edge, index }));
  edges.sort((first, second) => first.edge.from - second.edge.from || first.index - second.index);
  const sorted = edges.map(({ edge }) => edge);
  const draws = new Map([['', 0]]);
  for (const { draw } of sorted) if (!draws.has(draw)) draws.set(draw, draws.size);
  const lowered = sorted.flatMap((edge) => edge.lowered);
  const problem: Problem = {
    starts: Int32Array.from(graph.starts),
    outgoing: outgoingOf(sorted, graph.nodes.length),
    to: Int32Array.from(sorted, ({ to }) => to),
    draw: Int32Array.from(sorted, ({ draw }) => draws.get(draw) ?? 0),
    probability: Float64Array.from(sorted, ({ probability }) => probability),
    lowering: sums(sorted.map((edge) => edge.lowered.length)),
    candidate: Int32Array.from(lowered, ({ candidate }) => candidate),
    left: Float64Array.from(lowered, ({ left }) => left),
    draws: [...draws.keys()],
    assets: Int32Array.from(graph.assets, ({ node }) => node),
    impacts: Float64Array.from(graph.assets, ({ impact }) => impact),
    candidates: graph.candidates.length,
  };
  return { problem, edges: sorted };
}

function outgoingOf(edges: readonly Edge[], nodes: number): Int32Array {
  const counts = new Array<number>(nodes).fill(0);
  for (const { from } of edges) counts[from] = (counts[from] ?? 0) + 1;
  return sums(counts);
}

function sums(counts: readonly number[]): Int32Array {
  const all = new Int32Array(counts.length + 1);
  counts.forEach((count, index) => {
    all[index + 1] = (all[index] ?? 0) + count;
  });
  return all;
}
