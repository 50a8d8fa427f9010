import type { Arrow, Point, Rectangle } from './layout';

/** The share of a side that arrows spread over. */
const SPREAD = 0.6;
const NEAR = 60;

interface End {
  readonly arrow: number;
  /** Where the arrow comes from, or goes on to: ends on a side stand in the order of these. */
  readonly beside: Point;
}

/**
 * The ways of arrows, from the side of one box to the side of another, so that all run level into what they lead to. `ways`: the
 * points that each arrow passes, the first and last in the boxes' outlines.
 */
export function joined(
  arrows: readonly Arrow[],
  ways: readonly (readonly Point[])[],
  boxes: ReadonlyMap<string, Rectangle>,
): readonly (readonly Point[])[] {
  const sides = new Map<string, End[]>();
  const inner = ways.map((way) => way.slice(1, -1));
  const note = (id: string, isRight: boolean, end: End) => {
    const key = `${isRight ? 'right' : 'left'} ${id}`;
    sides.set(key, [...(sides.get(key) ?? []), end]);
  };
  const isForward = arrows.map(({ from, to }) => middleOf(boxes.get(from))[0] <= middleOf(boxes.get(to))[0]);
  arrows.forEach(({ from, to }, arrow) => {
    const way = inner[arrow] ?? [];
    note(from, isForward[arrow] ?? true, { arrow, beside: way[0] ?? middleOf(boxes.get(to)) });
    note(to, !isForward[arrow], { arrow, beside: way.at(-1) ?? middleOf(boxes.get(from)) });
  });
  const port = (id: string, isRight: boolean, arrow: number): Point => {
    const ends = (sides.get(`${isRight ? 'right' : 'left'} ${id}`) ?? []).toSorted((a, b) => a.beside[1] - b.beside[1]);
    return onSide(
      boxes.get(id),
      isRight,
      ends.findIndex((end) => end.arrow === arrow),
      ends.length,
    );
  };
  return arrows.map(({ from, to }, arrow) => {
    const forward = isForward[arrow] ?? true;
    const [start, end] = [port(from, forward, arrow), port(to, !forward, arrow)];
    // A turn right before a box would be a kink.
    const between = (inner[arrow] ?? []).filter(([x]) => Math.min(Math.abs(x - start[0]), Math.abs(x - end[0])) > NEAR);
    return [start, ...between, end];
  });
}

function onSide(
  box: Rectangle = { x: 0, y: 0, width: 0, height: 0 },
  isRight: boolean,
  index: number,
  count: number,
): Point {
  const share = 0.5 + SPREAD * ((index + 0.5) / count - 0.5);
  return [box.x + (isRight ? box.width : 0), Math.round((box.y + box.height * share) * 10) / 10];
}

function middleOf(box: Rectangle = { x: 0, y: 0, width: 0, height: 0 }): Point {
  return [box.x + box.width / 2, box.y + box.height / 2];
}
