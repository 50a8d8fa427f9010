import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  COLOURS,
  diagramPicture,
  heatMapPicture,
  heatTable,
  type Links,
  lossPicture,
  type Markup,
  matrixPicture,
  measuresPicture,
  pathsList,
  standalone,
  type Theme,
  toMarkup,
} from '../../server/src/pictures';
import type { Overview, WireSimulation } from '../../server/src/protocol';
import { HIDING, HOSTILE, withTexts } from '../support/hostile';
import { markupNames, xmlProblem } from '../support/xml';
import { exampleOverview, exampleSimulation } from './sample';

const THEMES: readonly Theme[] = ['light', 'dark', 'contrast'];
const svgs = (overview: Overview, simulation: WireSimulation, links: Links): Markup[] => [
  matrixPicture(overview, links),
  heatMapPicture(overview, links),
  diagramPicture(overview.diagram, links),
  lossPicture(simulation, links),
  measuresPicture(simulation, links),
];
const all = (overview: Overview, simulation: WireSimulation, links: Links): Markup[] => [
  ...svgs(overview, simulation, links),
  ...overview.apis.map((api) => heatTable(api, links)),
  pathsList(simulation),
];
const found = (node: Markup, test: (one: Markup) => boolean): Markup[] => [
  ...(test(node) ? [node] : []),
  ...node.children.flatMap((child) => (typeof child === 'string' ? [] : found(child, test))),
];
const textOf = (node: Markup | string): string =>
  typeof node === 'string' ? node : node.children.map(textOf).join('');
const hasClass = (name: string) => (node: Markup) =>
  String(node.attributes.class ?? '')
    .split(' ')
    .includes(name);

it('writes well-formed XML whatever people wrote, with no element or attribute that runs anything', () => {
  const harmful = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(fc.array(harmful, { minLength: 5, maxLength: 5 }), (texts) => {
      let count = 0;
      const change = () => texts[count++ % texts.length] ?? '';
      const pictures = all(withTexts(exampleOverview, change), withTexts(exampleSimulation, change), 'all');
      for (const written of pictures.map(toMarkup)) {
        expect(xmlProblem(written)).toBeNull();
        expect(written).not.toMatch(HIDING);
        const { elements, attributes } = markupNames(written);
        expect([...elements].filter((name) => /^(?:script|img|iframe|foreignObject|style|use)$/.test(name))).toEqual(
          [],
        );
        expect([...attributes].filter((name) => /^(?:on|src|style)/.test(name))).toEqual([]);
        expect([...written.matchAll(/ href="([^"]*)"/g)].every(([, to = '']) => /^#(?:threat-\d+)?$/.test(to))).toBe(
          true,
        );
      }
    }),
    { numRuns: 40 },
  );
});

it('puts each threat into its cell, by its letter and number', () => {
  const chips = found(matrixPicture(exampleOverview, 'threats'), ({ tag }) => tag === 'a');
  const told = chips.map((chip) => [chip.attributes.href, textOf(chip.children.at(-1) ?? '')]);
  expect(told).toHaveLength(exampleOverview.threats.length);
  expect(told).toContainEqual(['#threat-1', 'C1']);
  expect(chips.every(({ attributes }) => attributes['data-at'] === undefined || attributes['data-at'] === null)).toBe(
    true,
  );
});

it('says how many threats there are more than a cell has room for', () => {
  const [first] = exampleOverview.threats;
  const threats = first === undefined ? [] : Array.from({ length: 30 }, () => first);
  const cells = exampleOverview.matrix.cells.map((cell, index) => ({
    ...cell,
    threats: index === first?.cell ? 30 : 0,
  }));
  const picture = matrixPicture({ ...exampleOverview, threats, matrix: { cells } });
  expect(found(picture, hasClass('sw-hit'))).toHaveLength(11);
  expect(textOf(picture)).toContain('+19');
});

it('draws a square for each category of each operation, told apart by a sign and in words', () => {
  const squares = exampleOverview.apis.flatMap((api) => found(heatTable(api), ({ tag }) => tag === 'td'));
  expect(squares).toHaveLength(15 * 6);
  for (const square of squares) expect(textOf(square)).toMatch(/^\S+(?: \S)? \S/);
  const open = exampleOverview.apis.flatMap((api) => found(heatTable(api), hasClass('sw-fill-critical')));
  expect(open.map(textOf)).toEqual(['C open, critical', 'C open, critical']);
});

it('draws every node, zone and flow of a diagram, with its words', () => {
  const { diagram } = exampleOverview;
  const picture = diagramPicture(diagram);
  expect(found(picture, hasClass('sw-zone'))).toHaveLength(diagram.zones.length + 1);
  expect(found(picture, hasClass('sw-arrow'))).toHaveLength(diagram.edges.length);
  for (const { label } of diagram.nodes) expect(textOf(picture)).toContain(label);
  const titles = found(picture, ({ tag }) => tag === 'title').map(textOf);
  expect(titles).toContain('store 13 operations, API, 18 open threats, the worst critical');
  expect(titles).toContain(
    'client calls store-v1, with credentials, personal-data, over http, in clear text, across a trust boundary, guessed',
  );
});

it('leads to places and threats in the editor, to threats alone in a report, and nowhere in an image', () => {
  const anchors = (links: Links) =>
    svgs(exampleOverview, exampleSimulation, links).flatMap((picture) => found(picture, ({ tag }) => tag === 'a'));
  expect(anchors('none')).toEqual([]);
  expect(anchors('threats').every(({ attributes }) => /^#threat-\d+$/.test(String(attributes.href)))).toBe(true);
  const editor = anchors('all');
  expect(editor.length).toBeGreaterThan(anchors('threats').length);
  for (const { attributes } of editor) {
    expect(String(attributes['data-at'] ?? attributes['data-threat'])).toMatch(/^\d+(?: \d+ \d+)?$/);
  }
});

it('begins what a screen reader says of a link with what it shows', () => {
  const pictures = svgs(exampleOverview, exampleSimulation, 'all').slice(0, 3);
  const anchors = pictures.flatMap((picture) => found(picture, ({ tag }) => tag === 'a'));
  expect(anchors.length).toBeGreaterThan(100);
  const shown = ({ children }: Markup) => children.slice(1).map(textOf).join('');
  const wrong = anchors.filter((one) => !String(one.attributes['aria-label']).includes(shown(one)));
  expect(wrong.map(({ attributes }) => attributes['aria-label'])).toEqual([]);
});

it('names each picture for screen readers', () => {
  for (const links of ['none', 'all'] as const) {
    for (const { attributes, children } of svgs(exampleOverview, exampleSimulation, links)) {
      expect([attributes.role, attributes['aria-label']]).toEqual([
        links === 'none' ? 'img' : 'group',
        textOf(children[0] ?? ''),
      ]);
    }
  }
});

it.each(THEMES)('writes a file of its own in the colours of %s, and of no other', (theme) => {
  for (const picture of svgs(exampleOverview, exampleSimulation, 'none')) {
    const file = standalone(picture, theme);
    expect(xmlProblem(file)).toBeNull();
    expect(file).not.toContain('var(');
    expect(file).toContain(COLOURS[theme].background);
  }
});

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((share) => (share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

it.each(THEMES)('has texts in %s that can be read on what is behind them', (theme) => {
  const c = COLOURS[theme];
  const pairs = [
    ...[c.background, c.surface, c.untrusted, c.semi, c.trusted].flatMap((back) => [
      [c.text, back],
      [c.muted, back],
      [c.boundary, back],
    ]),
    [c.good, c.surface],
    [c.onCritical, c.critical],
    [c.onHigh, c.high],
    [c.onMedium, c.medium],
    [c.onLow, c.low],
    [c.onNote, c.note],
  ] as const;
  const weak = pairs.filter(([text = '', back = '']) => {
    const [dark = 0, light = 0] = [luminance(text), luminance(back)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05) < 4.5;
  });
  expect(weak).toEqual([]);
});
