import type { Diagram, DiagramEdge, DiagramNode, DiagramZone } from '../../../protocol';
import type { Points } from '../points';
import type { Scene } from '../scene';
import type { Call, Landscape, Thing, Zone } from './landscape';
import { landscapeOf } from './landscape-of';
import { type Arrow, type Block, type Placed, placed } from './layout';
import { clipped, textWidth } from './text-size';
import { boxesOf, secondBox } from './zone-boxes';

const LABEL = { most: 28, size: 14 } as const;
const DETAIL = { most: 34, size: 11.5 } as const;
/** With what its trust is called, and that it is guessed. */
const ZONE = { size: 12, besides: ' · semi-trusted · guessed' } as const;
const CARRIES = { most: 3, size: 11 } as const;
const LEAST_WIDTH = 132;
/** Room beside the texts: the sign of the kind, and the figure of the threats. */
const SIDES = 60;
/** What a zone's box has beside what is in it. */
const ZONE_SIDES = 40;
const HEIGHT = 56;

/** The data-flow diagram of a scene, laid out. */
export function diagramOf(scene: Scene): Diagram {
  const { landscape, modelled } = landscapeOf(scene);
  const { things, calls } = landscape;
  const boxes = boxesOf(things, calls);
  const place = placed(
    things.map((thing) => blockOf(thing, boxes)),
    calls.map(arrowOf),
  );
  const drawn = { landscape, boxes, place, points: scene.points };
  return {
    width: place.width,
    height: place.height,
    modelled,
    guesses: [...landscape.guesses],
    zones: landscape.zones.flatMap((zone) => zoneOf(zone, drawn)),
    nodes: things.map((thing) => nodeOf(thing, drawn)),
    edges: calls.map((call, index) => edgeOf(call, index, drawn)),
  };
}

function blockOf({ id, label, detail, zone }: Thing, boxes: ReadonlyMap<string, string>): Block {
  const texts = [
    textWidth(clipped(label, LABEL.most), LABEL.size),
    textWidth(clipped(detail, DETAIL.most), DETAIL.size),
  ];
  const head = zone === '' ? 0 : textWidth(clipped(zone, LABEL.most) + ZONE.besides, ZONE.size) - ZONE_SIDES;
  return {
    id,
    width: Math.max(LEAST_WIDTH, head, Math.max(...texts) + SIDES),
    height: HEIGHT,
    group: boxes.get(id) ?? '',
  };
}

function arrowOf(call: Call): Arrow {
  const { from, to, over } = call;
  const lines = [shownCarries(call).join(', '), over].filter((line) => line !== '');
  const width = Math.max(0, ...lines.map((line) => textWidth(line, CARRIES.size)));
  return { from, to, width: width === 0 ? 0 : width + 12, height: lines.length * 15 };
}

function shownCarries({ carries }: Call): readonly string[] {
  const rest = carries.length - CARRIES.most;
  const shown = rest > 1 ? carries.slice(0, CARRIES.most) : carries;
  const clip = shown.map((name) => clipped(name, LABEL.most));
  return rest > 1 ? [...clip, `${rest} more`] : clip;
}

interface Drawn {
  readonly landscape: Landscape;
  readonly boxes: ReadonlyMap<string, string>;
  readonly place: Placed;
  readonly points: Points;
}

/** The boxes of a zone: one, or two where others call into it and it calls others. */
function zoneOf({ id, trust, guessed, at }: Zone, { place, points }: Drawn): DiagramZone[] {
  return [id, secondBox(id)].flatMap((box) => {
    const found = place.groups.get(box);
    const words = { id: box, label: clipped(id, LABEL.most), trust, guessed, at: points.of(at) };
    return found === undefined ? [] : [{ ...words, ...found }];
  });
}

function nodeOf(thing: Thing, { place, boxes, points }: Drawn): DiagramNode {
  const box = place.blocks.get(thing.id) ?? { x: 0, y: 0, width: 0, height: 0 };
  return {
    ...thing,
    label: clipped(thing.label, LABEL.most),
    detail: clipped(thing.detail, DETAIL.most),
    zone: boxes.get(thing.id) ?? '',
    at: points.of(thing.at),
    ...box,
  };
}

function edgeOf(call: Call, index: number, { boxes, place, points }: Drawn): DiagramEdge {
  const arrow = place.arrows[index];
  return {
    ...call,
    carries: shownCarries(call),
    crosses: boxes.get(call.from) !== boxes.get(call.to),
    at: points.of(call.at),
    points: arrow?.points ?? [],
    labelAt: arrow?.labelAt ?? [0, 0],
  };
}
