import type { Problem } from './problem';
import type { Asset, AttackPath, Edge, Graph } from './types';
import { type Way, WayQueue } from './way-queue';

/** How many ways to one node are followed. */
const WAYS = 3;

/** A way to one asset. */
export interface WayTo {
  readonly asset: Asset;
  readonly probability: number;
  readonly start: string;
  readonly steps: readonly Edge[];
}

/**
 * The likeliest ways to each asset, up to three, the likeliest first. Edges with the same draw on one way count once, with the
 * smaller of their probabilities. A way that needs what another needs and
 * more is none of its own.
 */
export function likeliestWays(graph: Graph, problem: Problem, edges: readonly Edge[]): WayTo[] {
  const ways = waysIn(problem, edges);
  return graph.assets.flatMap((asset) =>
    (ways.get(asset.node) ?? []).map((way) => ({ asset, probability: way.probability, ...told(way, graph, edges) })),
  );
}

/** Ways as people read them, by what they cost: what the same steps harm is one path. */
export function pathsOf(ways: readonly WayTo[], most: number): AttackPath[] {
  const groups = new Map<string, WayTo[]>();
  for (const way of ways) {
    const key = way.steps.map(({ text, draw }) => `${text}\u0000${draw}`).join('\n');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [way]);
    else group.push(way);
  }
  const paths = [...groups.values()].map(pathOf);
  return paths.sort((first, second) => second.loss - first.loss).slice(0, most);
}

function pathOf(group: readonly WayTo[]): AttackPath {
  const [first] = group as readonly [WayTo, ...WayTo[]];
  const ordered = [...group].sort((one, other) => other.asset.impact - one.asset.impact);
  return {
    assets: ordered.map(({ asset }) => asset.id),
    harms: ordered.map(({ asset }) => asset.title),
    probability: first.probability,
    loss: group.reduce((sum, { asset, probability }) => sum + asset.impact * probability, 0),
    start: first.start,
    steps: first.steps.map(({ text, probability, guess, finding }) => ({ text, probability, guess, finding })),
  };
}

/** The likeliest first: an edge never makes a way likelier, so the first to come to a node are its best. */
function waysIn(problem: Problem, edges: readonly Edge[]): ReadonlyMap<number, readonly Way[]> {
  const ways = new Map<number, Way[]>();
  const queue = new WayQueue();
  for (const node of problem.starts) queue.push({ node, probability: 1, last: null });
  for (let way = queue.pop(); way !== undefined; way = queue.pop()) {
    const known = ways.get(way.node) ?? [];
    const risks = risksOf(way, edges);
    if (known.length >= WAYS || known.some((other) => isWithin(risksOf(other, edges), risks))) continue;
    ways.set(way.node, [...known, way]);
    for (const next of prolonged(way, problem, edges)) {
      if ((ways.get(next.node)?.length ?? 0) < WAYS) queue.push(next);
    }
  }
  return ways;
}

/** The edges of a way that may fail. */
function risksOf(way: Way, edges: readonly Edge[]): readonly Edge[] {
  const risky: Edge[] = [];
  for (let at = way; at.last !== null; at = at.last.before) {
    const edge = edges[at.last.edge] as Edge;
    if (edge.draw !== '') risky.push(edge);
  }
  return risky;
}

/** Whether a way that needs more leads nowhere that the other does not: wherever it works, the other does. */
function isWithin(fewer: readonly Edge[], more: readonly Edge[]): boolean {
  return fewer.every((edge) =>
    more.some(({ draw, probability }) => draw === edge.draw && probability <= edge.probability),
  );
}

function* prolonged(way: Way, problem: Problem, edges: readonly Edge[]): Generator<Way> {
  const end = problem.outgoing[way.node + 1] as number;
  for (let edge = problem.outgoing[way.node] as number; edge < end; edge++) {
    const node = problem.to[edge] as number;
    if (passes(way, node)) continue;
    const probability = along(way, edge, edges);
    if (probability > 0) yield { node, probability, last: { edge, before: way } };
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

function told(way: Way, graph: Graph, edges: readonly Edge[]): Pick<WayTo, 'start' | 'steps'> {
  const steps: Edge[] = [];
  let at = way;
  for (; at.last !== null; at = at.last.before) steps.push(edges[at.last.edge] as Edge);
  return { start: graph.nodes[at.node]?.title ?? '', steps: steps.reverse() };
}
