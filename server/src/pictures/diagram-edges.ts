import type { DiagramEdge } from '../protocol';
import type { Markup } from './markup';
import { box, group, type Links, linked, path, short, type Target, text } from './shapes';

type Point = readonly [x: number, y: number];

const HEAD = 9;
const LINE_HEIGHT = 14;

/** The line of a flow with its head, as a curve through its points. */
export function edgeLine(edge: DiagramEdge): Markup {
  const { points, guessed } = edge;
  const tip = points.at(-1);
  const before = points.at(-2);
  if (tip === undefined || before === undefined) return group([]);
  const look = lookOf(edge);
  const back = tip[0] + (before[0] <= tip[0] ? -HEAD : HEAD);
  return group([
    path(curve([...points.slice(0, -1), [back, tip[1]]]), `sw-edge${look}${guessed ? ' sw-guessed' : ''}`),
    path(head(tip, back), `sw-arrow${look}`),
  ]);
}

function lookOf({ clear, crosses }: DiagramEdge): string {
  return clear ? ' sw-clear' : crosses ? ' sw-crosses' : '';
}

/** What a flow carries and over what, where there is room for it. */
export function edgeLabel(edge: DiagramEdge, name: Pick<Target, 'label' | 'part'>, links: Links): Markup {
  const { labelAt, carries, over, clear, at } = edge;
  const [x, y] = labelAt;
  const how = clear ? `${over} in clear text` : over;
  const lines = [carries.join(', '), how].filter((line) => line !== '');
  const top = y - (lines.length * LINE_HEIGHT) / 2;
  const width = Math.max(0, ...lines.map((line) => line.length * 6 + 10));
  const back = { x: x - width / 2, y: top - 1, width, height: lines.length * LINE_HEIGHT + 3 };
  return linked({ ...name, at }, links, [
    ...(lines.length === 0 ? [] : [box(back, 'sw-label sw-hit', 4)]),
    ...lines.map((line, index) => {
      const look = line !== how ? '' : clear ? ' sw-alarm' : ' sw-muted';
      return text(x, top + 11 + index * LINE_HEIGHT, line, `sw-small sw-middle${look}`);
    }),
  ]);
}

/** A path that goes level out of each point and into the next: flows run from left to right. */
function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  let last = first;
  const parts = rest.map((point) => {
    const half = (point[0] - last[0]) / 2;
    const isSteep = Math.abs(half) < 4;
    const part = isSteep
      ? `L${pair(point)}`
      : `C${pair([last[0] + half, last[1]])} ${pair([point[0] - half, point[1]])} ${pair(point)}`;
    last = point;
    return part;
  });
  return `M${pair(first)}${parts.join('')}`;
}

/** Flows run level into what they lead to. */
function head([x, y]: Point, back: number): string {
  const side = short(HEAD / 2);
  return `M${pair([x, y])}L${pair([back, y - side])}L${pair([back, y + side])}Z`;
}

function pair([x, y]: Point): string {
  return `${short(x)} ${short(y)}`;
}
