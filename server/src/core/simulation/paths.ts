import type { Problem } from './problem';
import type { AttackPath, Edge, Graph } from './types';
import { type Way, WayQueue } from './way-queue';

/** How many ways to one node are followed. */
const WAYS = 3;

/**
 * The likeliest ways to each asset, up to three, and all of them together by what they cost: probability times impact. Edges with
 * the same draw on one way count once, with the smaller of their probabilities.
 */
export function likeliestPaths(graph: Graph, problem: Problem, edges: readonly Edge[], most: number): AttackPath[] {
  const ways = waysIn(problem, edges);
  const found = graph.assets.flatMap((asset) =>
    (ways.get(asset.node) ?? []).map((way) => ({ asset, way, loss: way.probability * asset.impact })),
  );
  found.sort((first, second) => second.loss - first.loss || first.asset.node - second.asset.node);
  return found.slice(0, most).map(({ asset, way, loss }) => {
    const { start, steps } = told(way, graph, edges);
    const { id, title, probability } = { ...asset, probability: way.probability };
    return { asset: id, harms: title, probability, loss, start, steps };
  });
}

/** The likeliest first: an edge never makes a way likelier, so the first to come to a node are its best. */
function waysIn(problem: Problem, edges: readonly Edge[]): ReadonlyMap<number, readonly Way[]> {
  const ways = new Map<number, Way[]>();
  const queue = new WayQueue();
  for (const node of problem.starts) queue.push({ node, probability: 1, last: null });
  for (let way = queue.pop(); way !== undefined; way = queue.pop()) {
    const known = ways.get(way.node) ?? [];
    if (known.length >= WAYS) continue;
    ways.set(way.node, [...known, way]);
    for (const next of prolonged(way, problem, edges)) {
      if ((ways.get(next.node)?.length ?? 0) < WAYS) queue.push(next);
    }
  }
  return ways;
}

function* prolonged(way: Way, problem: Problem, edges: readonly Edge[]): Generator<Way> {
  const end = problem.outgoing[way.node + 1] as number;
  for (let edge = problem.outgoing[way.node] as number; edge < end; edge++) {
    const node = problem.to[edge] as number;
    if (passes(way, node)) continue;
    yield { node, probability: along(way, edge, edges), last: { edge, before: way } };
  }
}

function passes(way: Way, node: number): boolean {
  for (let at: Way | undefined = way; at !== undefined; at = at.last?.before) if (at.node === node) return true;
  return false;
}

/** Probability of a way with one edge more. */
function along(way: Way, edge: number, edges: readonly Edge[]): number {
  const { draw, probability } = edges[edge] as Edge;
  if (draw === '') return way.probability;
  let smallest = 1;
  for (let at = way; at.last !== null; at = at.last.before) {
    const earlier = edges[at.last.edge] as Edge;
    if (earlier.draw === draw) smallest = Math.min(smallest, earlier.probability);
  }
  return (way.probability / smallest) * Math.min(smallest, probability);
}

function told(way: Way, graph: Graph, edges: readonly Edge[]): Pick<AttackPath, 'start' | 'steps'> {
  const steps: Edge[] = [];
  let at = way;
  for (; at.last !== null; at = at.last.before) steps.push(edges[at.last.edge] as Edge);
  return {
    start: graph.nodes[at.node]?.title ?? '',
    steps: steps.reverse().map(({ text, probability, guess, finding }) => ({ text, probability, guess, finding })),
  };
}
