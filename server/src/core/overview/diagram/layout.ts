import { Graph, layout } from '@dagrejs/dagre';
import { memoText } from '../../text';
import { joined } from './ports';

/** A box to be placed, in a group or in none. */
export interface Block {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Id of a group, or empty. */
  readonly group: string;
}

/** An arrow with room for its label. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly width: number;
  readonly height: number;
}

/** From the top left corner. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Point = readonly [x: number, y: number];

export interface Placed {
  readonly width: number;
  readonly height: number;
  readonly blocks: ReadonlyMap<string, Rectangle>;
  readonly groups: ReadonlyMap<string, Rectangle>;
  /** One for each arrow, in their order. */
  readonly arrows: readonly { readonly points: readonly Point[]; readonly labelAt: Point }[];
}

const DENSE = 100;
/** So many boxes may stand in one column. */
const FEW = 6;
const HEAD = 34;
const FOOT = 24;
const SPACES = { rankdir: 'LR', nodesep: 44, ranksep: 56, edgesep: 24, marginx: 28, marginy: 28 } as const;

/** So many layouts are remembered: of the workspace, and of a few of its descriptions. */
const KEPT = 8;

const remembered = memoText(KEPT, (text): Placed => {
  const [blocks, arrows] = JSON.parse(text) as readonly [readonly Block[], readonly Arrow[]];
  return place(blocks, arrows);
});

/**
 * Places boxes from left to right in the direction of the arrows; groups become boxes around theirs. The same boxes and arrows are
 * placed once: an edit rarely changes them, and many of them take a second.
 */
export function placed(blocks: readonly Block[], arrows: readonly Arrow[]): Placed {
  const plainBlocks = blocks.map(({ id, width, height, group }): Block => ({ id, width, height, group }));
  const plainArrows = arrows.map(({ from, to, width, height }): Arrow => ({ from, to, width, height }));
  return remembered(JSON.stringify([plainBlocks, plainArrows]));
}

function place(blocks: readonly Block[], arrows: readonly Arrow[]): Placed {
  if (blocks.length === 0) return { width: 0, height: 0, blocks: new Map(), groups: new Map(), arrows: [] };
  const graph = new Graph({ directed: true, compound: true, multigraph: false });
  graph.setGraph({ ...SPACES });
  for (const group of groupsOf(blocks)) graph.setNode(`group ${group}`, {});
  for (const { id, width, height, group } of blocks) {
    graph.setNode(`block ${id}`, { width, height });
    if (group !== '') graph.setParent(`block ${id}`, `group ${group}`);
  }
  for (const { from, to, width, height } of arrows) {
    graph.setEdge(`block ${from}`, `block ${to}`, { width, height, labelpos: 'c' });
  }
  for (const [from, to] of inRows(blocks, arrows)) graph.setEdge(`block ${from}`, `block ${to}`, { weight: 0 });
  // Many arrows go the quicker way: what is more exact would take seconds, and nobody would see it.
  const isDense = arrows.length > DENSE;
  if (isDense) graph.graph().acyclicer = 'greedy';
  layout(graph, { disableOptimalOrderHeuristic: isDense });
  return readOff(graph, blocks, arrows);
}

/** Boxes of a group that no arrow joins would stand in one column, however many: these pairs set them in rows. */
function inRows(blocks: readonly Block[], arrows: readonly Arrow[]): (readonly [string, string])[] {
  const joint = new Set(arrows.flatMap(({ from, to }) => [from, to]));
  const loose = blocks.filter(({ id }) => !joint.has(id));
  const groups = new Set(loose.map(({ group }) => group));
  return [...groups].flatMap((group) => {
    const members = loose.filter((one) => one.group === group);
    const rows = Math.max(FEW, Math.ceil(Math.sqrt(members.length)));
    return members.slice(rows).map((one, index) => [members[index]?.id ?? one.id, one.id] as const);
  });
}

function groupsOf(blocks: readonly Block[]): ReadonlySet<string> {
  return new Set(blocks.map(({ group }) => group).filter((group) => group !== ''));
}

function readOff(graph: Graph, blocks: readonly Block[], arrows: readonly Arrow[]): Placed {
  const boxOf = (name: string) => rectangleOf(graph.node(name));
  const { width = 0, height = 0 } = graph.graph();
  const membersOf = (group: string) =>
    blocks.filter((one) => one.group === group).flatMap(({ id }) => boxes.get(id) ?? []);
  const boxes = new Map(blocks.map(({ id }) => [id, boxOf(`block ${id}`)]));
  const edges = arrows.map(({ from, to }) => graph.edge(`block ${from}`, `block ${to}`) ?? {});
  const ways = joined(
    arrows,
    edges.map(({ points = [] }) => points.map(pointOf)),
    boxes,
  );
  return {
    width: rounded(width),
    height: rounded(height),
    blocks: boxes,
    groups: new Map([...groupsOf(blocks)].map((group) => [group, tight(boxOf(`group ${group}`), membersOf(group))])),
    arrows: edges.map(({ x = 0, y = 0 }, index) => ({ points: ways[index] ?? [], labelAt: pointOf({ x, y }) })),
  };
}

/** Arrows that pass by may stretch a group: only what is in it needs room, its name above. */
function tight({ x, y, width, height }: Rectangle, members: readonly Rectangle[]): Rectangle {
  const top = Math.max(y, Math.min(...members.map((one) => one.y)) - HEAD);
  const bottom = Math.min(y + height, Math.max(...members.map((one) => one.y + one.height)) + FOOT);
  return { x, y: rounded(top), width, height: rounded(bottom - top) };
}

function pointOf({ x, y }: { readonly x: number; readonly y: number }): Point {
  return [rounded(x), rounded(y)];
}

interface Centred {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
}

function rectangleOf({ x = 0, y = 0, width = 0, height = 0 }: Centred): Rectangle {
  return { x: rounded(x - width / 2), y: rounded(y - height / 2), width: rounded(width), height: rounded(height) };
}

function rounded(length: number): number {
  return Math.round(length * 10) / 10;
}
