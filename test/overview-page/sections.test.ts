import { describe, expect, it } from 'vitest';
import { FIRST_STATE } from '../../client/webview/page-state';
import { coverageSection } from '../../client/webview/sections/coverage';
import { dataFlowSection } from '../../client/webview/sections/data-flow';
import { chosenCell, matrixSection } from '../../client/webview/sections/matrix';
import { simulationSection } from '../../client/webview/sections/simulation';
import { summarySection } from '../../client/webview/sections/summary';
import { NO_SIMULATION } from '../../client/webview/simulation-state';
import { isWanted } from '../../client/webview/wanted-rows';
import { type Markup, toMarkup } from '../../server/src/pictures';
import type { Overview } from '../../server/src/protocol';
import { sample, simulation, threat } from './sample';

function* elements(tree: Markup): Generator<Markup> {
  yield tree;
  for (const child of tree.children) if (typeof child !== 'string') yield* elements(child);
}

const where = (tree: Markup, check: (one: Markup) => boolean) => [...elements(tree)].filter(check);
const withRole = (tree: Markup, role: string) => where(tree, ({ attributes }) => attributes.role === role);
const textOf = (tree: Markup): string =>
  tree.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join(' ');

const shown = (overview: Overview) => [
  summarySection(overview.summary),
  matrixSection(overview, FIRST_STATE),
  coverageSection(overview, FIRST_STATE),
  dataFlowSection(overview),
];

describe('the summary', () => {
  it('has the counts of each level and what is gone of the risk', () => {
    const text = textOf(summarySection(sample().summary)).replace(/\s+/g, ' ');
    expect(text).toContain('1 open threat of 1');
    expect(text).toContain('Now 15.0 −25 %');
    expect(text).toContain('Once the plans are done 5.0 −75 %');
  });
});

describe('the matrix', () => {
  const overview = sample([
    threat(),
    threat({ key: 'k2', title: 'Another', open: false, state: 'mitigated', cell: 24 }),
  ]);
  const section = matrixSection(overview, FIRST_STATE);

  it('is a grid of five by five with headers, and one stop of the Tab key', () => {
    expect(withRole(section, 'row')).toHaveLength(6);
    expect(withRole(section, 'gridcell')).toHaveLength(25);
    expect(withRole(section, 'rowheader')).toHaveLength(5);
    expect(withRole(section, 'gridcell').filter(({ attributes }) => attributes.tabindex === 0)).toHaveLength(1);
  });

  it('says in words what lies in a cell', () => {
    const labels = withRole(section, 'gridcell').map(({ attributes }) => attributes['aria-label']);
    expect(labels[7]).toBe('Impact high, likelihood medium, level medium: 1 threat, 1 open');
    expect(labels[24]).toBe('Impact very low, likelihood very high, level medium: 1 threat, 0 open');
  });

  it('lists the threats of the chosen cell, each leading to its line', () => {
    const [button] = where(section, ({ attributes }) => attributes['data-key'] === 'threat-k1');
    expect(button?.attributes['data-open']).toBe('["file:///shop/openapi.yaml",10,4]');
    const other = matrixSection(overview, { residual: true, cell: 24 });
    expect(textOf(other)).toContain('Another');
    expect(textOf(other)).not.toContain('A free text');
  });

  it('shows where threats were before any answer', () => {
    expect(chosenCell(overview, { residual: false, cell: -1 })).toBe(3);
    const before = matrixSection(overview, { residual: false, cell: 3 });
    expect(textOf(before).replace(/\s+/g, ' ')).toContain('likelihood high: 2 threats');
  });
});

describe('the coverage', () => {
  const section = coverageSection(sample(), FIRST_STATE);

  it('is a grid: a row for each operation with its six categories, below the row of its API', () => {
    expect(withRole(section, 'row')).toHaveLength(4);
    expect(withRole(section, 'columnheader')).toHaveLength(7);
    expect(withRole(section, 'gridcell').map(textOf).slice(0, 6)).toEqual([
      'Controlled',
      'Medium',
      'n/a',
      'Mitigated',
      'Controlled',
      'Controlled',
    ]);
  });

  it('leads from a cell to the worst threat, else to the operation', () => {
    const places = withRole(section, 'gridcell').map(({ attributes }) => attributes['data-open']);
    expect(places[1]).toBe('["file:///shop/openapi.yaml",10,4]');
    expect(places[0]).toBe('["file:///shop/openapi.yaml",9,2]');
  });

  it.each([
    ['', '', false, ['GET /orders', 'POST /orders']],
    ['post', '', false, ['POST /orders']],
    ['orders GET', '', false, ['GET /orders']],
    ['', 'other', false, []],
    ['', 'shop', true, ['GET /orders']],
    ['nothing', 'shop', false, []],
  ])('filtered by "%s", API "%s", only open %s', (filter, api, onlyOpen, names) => {
    const rows = sample().apis[0]?.rows ?? [];
    expect(rows.filter((row) => isWanted(row, 'shop', { filter, api, onlyOpen })).map(({ name }) => name)).toEqual(
      names,
    );
  });
});

describe('the data flow', () => {
  it('says in lists what the diagram draws', () => {
    const text = textOf(dataFlowSection(sample())).replace(/\s+/g, ' ');
    expect(text).toContain('DMZ shop Medium api · 2 operations · 1 open threat, worst medium');
    expect(text).toContain('Outside of any zone customer actor · guessed');
    expect(text).toContain('customer → shop card number · https · crosses a trust boundary');
  });
});

describe('the simulation', () => {
  it('offers to run, and tells how far it is', () => {
    expect(textOf(simulationSection(NO_SIMULATION))).toContain('Simulate attacks');
    const running = simulationSection({ ...NO_SIMULATION, done: 0.4 });
    expect(where(running, ({ tag }) => tag === 'progress')[0]?.attributes.value).toBe(0.4);
    expect(textOf(running)).toContain('Cancel');
  });

  it('shows what is lost, by which ways, what to do first and what was guessed', () => {
    const text = textOf(simulationSection({ ...NO_SIMULATION, result: simulation(), outdated: true })).replace(
      /\s+/g,
      ' ',
    );
    expect(text).toContain('Expected loss 4.0 (± 0.05), in 10,000 runs');
    expect(text).toContain('Orders guess data disclosed 25 % ± 0.4 % 7.0 1.8');
    expect(text).toContain('1 Queries with parameters possible · 1 threat on 1 operation, only not ruled out 1.5 2.5');
    expect(text).toContain('Orders disclosed 20 %, expected loss 1.4 · internet');
    expect(text).toContain('GET /orders · 40 % · not ruled out');
    expect(text).toContain('Whoever comes before an API');
    expect(text).toContain('1 threat opened no way to anything.');
    expect(text).toContain('Findings have changed since');
  });

  it('says so where there is nothing to lose', () => {
    const nothing = simulation({ assets: [], paths: [], measures: [], first: [], guesses: [], leadNowhere: 0 });
    const text = textOf(simulationSection({ ...NO_SIMULATION, result: nothing }));
    expect(text).toContain('Nothing was lost in any run.');
    expect(text).toContain('There is no measure to weigh.');
  });
});

describe('every section', () => {
  const hostile = '</script><img src=x onerror=alert(1)>](command:workbench.action.quit)\u202e';
  const sections = [
    ...shown(sample([threat({ title: hostile, place: hostile, key: hostile })], hostile)),
    simulationSection({ ...NO_SIMULATION, result: simulation({ guesses: [hostile] }) }),
  ];

  it('has texts that people wrote as texts alone', () => {
    for (const section of sections) {
      expect(toMarkup(section)).not.toMatch(/<(?:img|script)|\u202e/);
      for (const { attributes } of elements(section)) {
        expect(Object.keys(attributes).filter((name) => /^(?:on|style$|src)/.test(name))).toEqual([]);
      }
    }
  });

  it('names each of its controls and each of its keys once', () => {
    const keys = sections.flatMap((section) =>
      [...elements(section)].flatMap(({ attributes }) => attributes['data-key'] ?? []),
    );
    expect(new Set(keys).size).toBe(keys.length);
    for (const section of sections) {
      for (const button of where(section, ({ tag }) => tag === 'button')) {
        expect(textOf(button).trim() || button.attributes['aria-label']).toBeTruthy();
      }
    }
  });
});
