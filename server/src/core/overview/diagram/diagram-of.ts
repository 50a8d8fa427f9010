import type { Diagram, DiagramEdge, DiagramNode, DiagramZone } from '../../../protocol';
import { inert } from '../../text';
import type { Points } from '../points';
import type { Scene } from '../scene';
import type { Call, Thing, Zone } from './landscape';
import { landscapeOf } from './landscape-of';
import { type Arrow, type Block, type Placed, placed, type Rectangle } from './layout';
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
  const zones = landscape.zones.flatMap((zone) => zonesOf(zone, place));
  const ids = new Map([
    ...things.map(({ id }, index) => [id, `n${index}`] as const),
    ...zones.map(({ box }, index) => [`zone ${box}`, `z${index}`] as const),
  ]);
  const drawn = { boxes, ids, place, points: scene.points };
  return {
    width: place.width,
    height: place.height,
    modelled,
    guesses: [...landscape.guesses].map(inert),
    zones: zones.map((zone) => zoneOf(zone, drawn)),
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
  const lines = [shownCarries(call).join(', '), clipped(over, LABEL.most)].filter((line) => line !== '');
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
  /** What things and the boxes of zones are called on the way to whoever draws them: no text of a file. */
  readonly ids: ReadonlyMap<string, string>;
  readonly boxes: ReadonlyMap<string, string>;
  readonly place: Placed;
  readonly points: Points;
}

interface ZoneBox extends Rectangle {
  readonly zone: Zone;
  readonly box: string;
}

/** The boxes of a zone: one, or two where others call into it and it calls others. */
function zonesOf(zone: Zone, { groups }: Placed): ZoneBox[] {
  return [zone.id, secondBox(zone.id)].flatMap((box) => {
    const found = groups.get(box);
    return found === undefined ? [] : [{ zone, box, ...found }];
  });
}

function zoneOf({ zone, box, ...rectangle }: ZoneBox, { ids, points }: Drawn): DiagramZone {
  const { id, trust, guessed, at } = zone;
  const label = clipped(id, LABEL.most);
  return { id: ids.get(`zone ${box}`) ?? '', label, trust, guessed, at: points.of(at), ...rectangle };
}

function nodeOf(thing: Thing, { place, boxes, ids, points }: Drawn): DiagramNode {
  const box = place.blocks.get(thing.id) ?? { x: 0, y: 0, width: 0, height: 0 };
  return {
    ...thing,
    id: ids.get(thing.id) ?? '',
    label: clipped(thing.label, LABEL.most),
    detail: clipped(thing.detail, DETAIL.most),
    zone: ids.get(`zone ${boxes.get(thing.id)}`) ?? '',
    at: points.of(thing.at),
    ...box,
  };
}

function edgeOf(call: Call, index: number, { boxes, ids, place, points }: Drawn): DiagramEdge {
  const arrow = place.arrows[index];
  return {
    ...call,
    from: ids.get(call.from) ?? '',
    to: ids.get(call.to) ?? '',
    carries: shownCarries(call),
    over: clipped(call.over, LABEL.most),
    crosses: boxes.get(call.from) !== boxes.get(call.to),
    at: points.of(call.at),
    points: arrow?.points ?? [],
    labelAt: arrow?.labelAt ?? [0, 0],
  };
}
