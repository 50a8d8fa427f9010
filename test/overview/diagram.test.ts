import fc from 'fast-check';
import { expect, it } from 'vitest';
import { overviewOf } from '../../server/src/core/index';
import { placed } from '../../server/src/core/overview/diagram/layout';
import type { Diagram } from '../../server/src/protocol';
import { load } from '../support/check';
import { LANDSCAPE_SPEC, landscape, landscapeModel } from '../support/landscapes';
import { SHOP } from '../support/shop';

const SPEC = `${SHOP}  /orders: { get: { responses: {} } }\n`;
const diagramOf = (source: string): Diagram => overviewOf(load(source).analysis).diagram;
const names = ({ nodes }: Diagram) => nodes.map(({ kind, label, zone }) => `${kind} ${label} in ${zone || 'none'}`);
const flows = ({ edges, nodes }: Diagram) => {
  const labels = new Map(nodes.map(({ id, label }) => [id, label]));
  return edges.map(({ from, to, carries, over, crosses, clear, guessed }) => {
    const words = [carries.join('+'), over, crosses ? 'crosses' : '', clear ? 'clear' : '', guessed ? 'guessed' : ''];
    return `${labels.get(from)} -> ${labels.get(to)}: ${words.filter((word) => word !== '').join(' ')}`;
  });
};

const MODEL = `//- shop.threats.yaml
stridewise: 1
title: Shop
apis: { store: { spec: ./openapi.yaml, zone: backend } }
zones: { internet: untrusted, backend: trusted }
data: { customer: { class: personal } }
actors: { shopper: { zone: internet }, clerk: { zone: backend, calls: store GET /orders } }
components:
  gateway: { kind: gateway, zone: internet }
  db: { kind: datastore, zone: backend, holds: customer }
  mail: { kind: external, zone: internet, provider: Example Mail }
flows:
  shopper -> gateway -> store: { carries: customer, over: http }
  store -> db: { over: tls }
  store -> mail: {}
  store -> ghost: {}
threats:
  stolen-disk: { title: Somebody carries the disk away, affects: db, stride: disclosure, dread: 9/9/9/9/9 }
`;

it('draws what a model says, and what crosses a boundary or goes in clear text', () => {
  const diagram = diagramOf(SPEC + MODEL);
  expect(names(diagram)).toEqual([
    'api store in z0',
    'actor shopper in z1',
    'gateway gateway in z1',
    'datastore db in z0',
    'external mail in z2',
    'service ghost in none',
    'actor clerk in z0',
  ]);
  expect(flows(diagram)).toEqual([
    'shopper -> gateway: customer http clear',
    'gateway -> store: customer http crosses clear',
    'store -> db: tls',
    'store -> mail: crosses',
    'store -> ghost: crosses',
    'clerk -> store: ',
  ]);
  expect(diagram.zones.map(({ id, label, trust }) => [id, label, trust])).toEqual([
    ['z0', 'backend', 'trusted'],
    ['z1', 'internet', 'untrusted'],
    ['z2', 'internet', 'untrusted'],
  ]);
  expect([diagram.modelled, diagram.guesses]).toEqual([true, []]);
});

it('says of a component what it holds, who runs it, and what threatens it', () => {
  const { nodes } = diagramOf(SPEC + MODEL);
  const told = nodes.map(({ label, detail, level, threats }) => [label, detail, level, threats]);
  expect(told).toContainEqual(['db', 'holds customer', 'critical', 1]);
  expect(told).toContainEqual(['mail', 'run by Example Mail', null, 0]);
  const answered = MODEL.replace(
    'threats:',
    'mitigations: { locks: { title: L, covers: stolen-disk, status: implemented } }\nthreats:',
  );
  expect(diagramOf(SPEC + answered).nodes.find(({ label }) => label === 'db')?.threats).toBe(0);
});

it('guesses without a model, and says so', () => {
  const { modelled, guesses, nodes, edges, zones } = diagramOf(SPEC);
  expect(modelled).toBe(false);
  expect(guesses).toEqual(['openapi: no model says what stands around it; its description tells what can be guessed.']);
  expect(nodes.map(({ label, guessed, at }) => [label, guessed, at === null])).toEqual([
    ['openapi', false, false],
    ['user', true, true],
  ]);
  expect([...edges, ...zones].every(({ guessed, at }) => guessed && at === null)).toBe(true);
});

it('draws a guessed caller of an API that no actor and no flow of a model reaches', () => {
  const { nodes, guesses } = diagramOf(
    `${SPEC}${MODEL.replace(/flows:[\s\S]*/, '').replace(', calls: store GET /orders', '')}`,
  );
  expect(nodes.find(({ label }) => label === 'Anyone')).toMatchObject({ zone: 'z1', guessed: true });
  expect(guesses).toEqual(['store: nobody says who calls it; drawn is who can reach it.']);
});

it('shows forty APIs of many, and says how many it leaves out', () => {
  const specs = Array.from({ length: 45 }, (_, index) => SPEC.replace('openapi.yaml', `api${index}.yaml`));
  const { nodes, guesses } = diagramOf(specs.join(''));
  expect(nodes.filter(({ kind }) => kind === 'api')).toHaveLength(40);
  expect(guesses.at(-1)).toBe('Left out: 5 more APIs, with less at stake.');
});

it('shows so many actors and components that it is still a picture, those with the most calls, in rows where nothing joins them', () => {
  const names = Array.from({ length: 300 }, (_, index) => `c${index}`);
  const components = names.map((name) => `  ${name}: { kind: service, zone: backend }\n`).join('');
  const joined = names.slice(0, 50).map((name) => `  store -> ${name}: {}\n`);
  const model = MODEL.replace(/actors:[\s\S]*/, `components:\n${components}flows:\n${joined.join('')}`);
  const { nodes, edges, guesses, width, height } = diagramOf(SPEC + model);
  expect([nodes.length, edges.length]).toEqual([120, 51]);
  expect(guesses.at(-1)).toBe('Left out: 182 more actors and components, with fewer calls.');
  const loose = nodes.filter(({ id }) => edges.every(({ from, to }) => from !== id && to !== id));
  expect(new Set(loose.map(({ x }) => Math.round(x / 50))).size).toBeGreaterThan(3);
  expect(height / width).toBeLessThan(5);
});

type Box = Pick<Diagram['nodes'][number], 'x' | 'y' | 'width' | 'height'>;
const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const isInside = (outer: Box, { x, y, width, height }: Box) =>
  x >= outer.x && y >= outer.y && x + width <= outer.x + outer.width && y + height <= outer.y + outer.height;

function checkBoxes({ nodes, zones, width, height }: Diagram): void {
  const page = { x: 0, y: 0, width, height };
  const pairs = [nodes, zones].flatMap((boxes) =>
    boxes.flatMap((a, index) => boxes.slice(index + 1).map((b) => [a, b] as const)),
  );
  expect(pairs.filter(([a, b]) => overlap(a, b))).toEqual([]);
  expect([...nodes, ...zones].filter((box) => !isInside(page, box))).toEqual([]);
  const wrong = nodes.flatMap((node) =>
    zones.filter((zone) => (zone.id === node.zone ? !isInside(zone, node) : overlap(zone, node))),
  );
  expect(wrong).toEqual([]);
}

function checkArrows({ nodes, edges }: Diagram): void {
  const boxes = new Map(nodes.map((node) => [node.id, node]));
  const ends = edges.flatMap(({ from, to, points }) => [
    { box: boxes.get(from), point: points.at(0) },
    { box: boxes.get(to), point: points.at(-1) },
  ]);
  const astray = ends.filter(({ box, point }) => {
    if (box === undefined || point === undefined) return true;
    const [x, y] = point;
    const isBeside = x === box.x || Math.abs(x - box.x - box.width) < 0.2;
    return !isBeside || y < box.y || y > box.y + box.height;
  });
  expect(astray).toEqual([]);
}

it('lays out any landscape: no boxes overlap, all are in their zones, arrows go from side to side', () => {
  fc.assert(
    fc.property(landscape, (drawn) => {
      const source = `${LANDSCAPE_SPEC}${landscapeModel(drawn)}`;
      const diagram = diagramOf(source);
      checkBoxes(diagram);
      checkArrows(diagram);
      expect(diagramOf(source)).toEqual(diagram);
    }),
    { numRuns: 60 },
  );
});

it('places the same boxes and arrows once', () => {
  const boxes = (width: number) => ['a', 'b'].map((id) => ({ id, width, height: 20, group: '' }));
  const arrows = (height: number) => [{ from: 'a', to: 'b', width: 30, height }];
  expect(placed(boxes(90), arrows(10))).toBe(placed(boxes(90), arrows(10)));
  expect(placed(boxes(120), arrows(10)).blocks.get('a')?.width).toBe(120);
  expect(placed(boxes(90), [])).not.toEqual(placed(boxes(90), arrows(10)));
});
