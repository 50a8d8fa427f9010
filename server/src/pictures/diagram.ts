import type { Diagram, DiagramEdge, DiagramNode, DiagramZone } from '../protocol';
import { edgeLabel, edgeLine } from './diagram-edges';
import { legendOf } from './diagram-legend';
import { icon, KIND_WORDS } from './icons';
import { badge } from './levels';
import type { Markup } from './markup';
import { box, group, type Links, linked, path, picture, text } from './shapes';
import { counted } from './words';

const LEGEND = 44;

/** The data-flow diagram: who calls whom with what data, and the trust boundaries that it crosses. */
export function diagramPicture(diagram: Diagram, links: Links = 'none'): Markup {
  const { nodes, edges, zones } = diagram;
  const width = Math.max(diagram.width, 640);
  const label = `Data flows: ${counted(nodes.length, 'node')} in ${counted(zones.length, 'zone')}, ${counted(edges.length, 'flow')}`;
  const left = (width - diagram.width) / 2;
  const names = new Map(nodes.map((node) => [node.id, node.label]));
  return picture({ width, height: diagram.height + LEGEND }, label, links, [
    group(
      [
        ...zones.map((zone) => zoneBox(zone, links)),
        ...edges.map(edgeLine),
        ...nodes.map((node) => nodeBox(node, links)),
        ...edges.map((edge, index) => edgeLabel(edge, { label: wordsOf(edge, names), part: `edge-${index}` }, links)),
      ],
      left === 0 ? null : `translate(${left} 0)`,
    ),
    legendOf(diagram, diagram.height + LEGEND / 2),
  ]);
}

function zoneBox(zone: DiagramZone, links: Links): Markup {
  const { x, y, label, trust, guessed, at } = zone;
  const words = [label, trust ?? '', guessed ? 'guessed' : ''].filter((word) => word !== '').join(' · ');
  return linked({ label: `Zone ${words}`, at }, links, [
    box(zone, `sw-zone sw-hit${trust === null ? '' : ` sw-${trust}`}`, 14),
    text(x + 14, y + 20, words, `sw-zone-name${guessed ? ' sw-guess' : ''}`),
  ]);
}

function nodeBox(node: DiagramNode, links: Links): Markup {
  const { x, y, width, height, kind, label, detail, guessed, at, level, threats } = node;
  const classes = ['sw-node sw-hit', kind === 'api' ? 'sw-api' : '', guessed ? 'sw-guessed' : ''].join(' ').trim();
  const middle = y + height / 2;
  const isStore = kind === 'datastore';
  const drawn = linked({ label: titleOf(node), at, part: node.id }, links, [
    isStore ? path(cylinder(node), classes) : box(node, classes, kind === 'actor' ? height / 2 : 10),
    icon(kind, x + 13, middle - 12),
    text(x + 44, detail === '' ? middle + 5 : middle - 2, label, `sw-strong${guessed ? ' sw-guess' : ''}`),
    ...(detail === '' ? [] : [' ', text(x + 44, middle + 15, detail, 'sw-small sw-muted')]),
  ]);
  // Beside the link: a letter and a number are no words that its name could begin with.
  return level === null ? drawn : group([drawn, badge(level, threats, x + width + 6, y - 9)]);
}

/** The words that the box shows, and then what it shows by signs. */
function titleOf({ label, kind, detail, guessed, level, threats }: DiagramNode): string {
  const open = level === null ? '' : `${counted(threats, 'open threat')}, the worst ${level}`;
  const shown = detail === '' ? label : `${label} ${detail}`;
  return [shown, KIND_WORDS[kind], guessed ? 'guessed' : '', open].filter((word) => word !== '').join(', ');
}

/** A drum with a flat lid. */
function cylinder({ x, y, width, height }: DiagramNode): string {
  const lid = 7;
  const right = x + width;
  const [top, bottom] = [y + lid, y + height - lid];
  const curve = (to: number, at: number, bend: number) =>
    `C${x + (to === right ? 0 : width)} ${at + bend} ${to} ${at + bend} ${to} ${at}`;
  return `M${x} ${top}${curve(right, top, -lid * 1.4)}V${bottom}${curve(x, bottom, lid * 1.4)}Z`;
}

function wordsOf(
  { from, to, carries, over, crosses, clear, guessed }: DiagramEdge,
  names: ReadonlyMap<string, string>,
) {
  const ends = `${names.get(from) ?? from} calls ${names.get(to) ?? to}`;
  const what = carries.length === 0 ? '' : `with ${carries.join(', ')}`;
  const how = [
    over === '' ? '' : `over ${over}`,
    clear ? 'in clear text' : '',
    crosses ? 'across a trust boundary' : '',
  ];
  return [ends, what, ...how, guessed ? 'guessed' : ''].filter((word) => word !== '').join(', ');
}
