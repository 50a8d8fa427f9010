import { expect, it } from 'vitest';
import { analyse, isOpen, openDocument, overviewOf, STRIDE, Workspace } from '../../server/src/core/index';
import { load, TODAY } from '../support/check';
import { analyseExample, EXAMPLE_MODEL, EXAMPLE_URI, exampleDescriptions } from '../support/example';
import { SHOP } from '../support/shop';

const analysis = analyseExample(exampleDescriptions.with(openDocument(EXAMPLE_URI, EXAMPLE_MODEL)));
const overview = overviewOf(analysis);
const counted = analysis.apis.flatMap(({ findings }) => findings.filter(({ rule }) => rule !== 'unanswered'));

it('counts what the analysis finds, at each stage', () => {
  const { summary } = overview;
  expect(summary).toMatchObject({ apis: 2, operations: 15, threats: counted.length, methods: ['DREAD'] });
  expect(summary.open).toBe(counted.filter(isOpen).length);
  expect(summary.levels.map(({ level }) => level)).toEqual(['critical', 'high', 'medium', 'low', 'note']);
  for (const stage of ['inherent', 'residual', 'projected'] as const) {
    expect(summary.levels.reduce((sum, one) => sum + one[stage], 0)).toBe(counted.length);
  }
  expect(summary.risk.inherent).toBeGreaterThan(summary.risk.residual);
  expect(summary.risk.residual).toBeGreaterThan(summary.risk.projected);
});

it('lists threats by what is left, each with figures, place and cell', () => {
  const { threats, files, matrix } = overview;
  expect(threats).toHaveLength(counted.length);
  expect(threats[0]).toMatchObject({
    rule: 'written-threat',
    title: 'Somebody pretends to be the payment provider and marks an order as paid',
    place: 'webhook paymentSettled',
    inherent: 9.2,
    level: 'critical',
    cell: 4,
  });
  expect(threats.every(({ at }) => at !== null && files[at[0]] !== undefined)).toBe(true);
  expect(threats.every((one) => one.inherent >= one.residual && one.residual >= one.projected)).toBe(true);
  for (const [cell, { threats: all, open, inherent }] of matrix.cells.entries()) {
    const here = threats.filter((one) => one.cell === cell);
    expect([all, open]).toEqual([here.length, here.filter((one) => one.open).length]);
    expect(inherent).toBe(threats.filter((one) => one.inherentCell === cell).length);
  }
});

it('has a row of six states for each operation, with the worst that is open', () => {
  const rows = overview.apis.flatMap((api) => api.rows);
  expect(rows).toHaveLength(15);
  const states = analysis.apis.flatMap(({ coverage }) => [...coverage.values()]);
  expect(rows.map((row) => row.states)).toEqual(states.map((row) => STRIDE.map((category) => row[category])));
  const paid = rows.find(({ name }) => name === 'webhook paymentSettled');
  expect([paid?.levels[0], paid?.worst[0], paid?.states[0]]).toEqual(['critical', 0, 'threatened']);
  const squares = rows.flatMap(({ states: own, levels }) =>
    own.map((state, index) => ({ state, level: levels[index] })),
  );
  expect(squares.filter(({ state, level }) => state === 'threatened' && level === null)).toEqual([]);
  const isOpenState = (state: string) => state === 'threatened' || state === 'planned';
  expect(squares.filter(({ state, level }) => !isOpenState(state) && level !== null)).toEqual([]);
});

it('tells each answer once, with how many threats it answers', () => {
  const ids = overview.answers.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(overview.answers.find(({ id }) => id === 'floods')).toMatchObject({
    strategy: 'transfer',
    status: 'implemented',
  });
  expect(overview.answers.find(({ id }) => id === 'writable-fields')?.threats).toBeGreaterThan(0);
});

it('is about some APIs where these are given, and leaves out what the reader hides', () => {
  const [store, ...rest] = analysis.apis;
  const part = overviewOf(analysis, { apis: store === undefined ? [] : [store] });
  expect([part.apis.length, rest.length]).toEqual([1, 1]);
  expect(part.threats.length).toBeLessThan(overview.threats.length);
  const hidden = overviewOf(analysis, { hidden: new Set(['written-threat']) });
  expect(hidden.threats.filter(({ rule }) => rule === 'written-threat')).toEqual([]);
  expect(hidden.threats.length).toBeLessThan(overview.threats.length);
});

it('is named after the only model, else after the only API, else by how many there are', () => {
  const spec = (title: string) =>
    `//- ${title}.yaml\nopenapi: 3.0.3\ninfo: { title: '${title}' }\npaths: { /a: { get: { responses: {} } } }\n`;
  const titleOf = (source: string) => overviewOf(load(source).analysis).title;
  expect(overview.title).toBe('Shop');
  expect(titleOf(spec('Pets'))).toBe('Pets');
  expect(titleOf(spec('Pets').replace("'Pets'", "' '"))).toBe('Pets');
  expect(titleOf(spec('Pets') + spec('Toys'))).toBe('2 APIs');
});

it('says nothing of an empty workspace', () => {
  const empty = overviewOf(analyse(Workspace.empty, { today: TODAY }));
  expect(empty).toMatchObject({ title: '0 APIs', files: [], threats: [], apis: [], answers: [] });
  expect([empty.diagram.nodes, empty.diagram.edges, empty.diagram.zones]).toEqual([[], [], []]);
  expect(Number.isFinite(empty.diagram.width)).toBe(true);
});

it.each([
  ['dread', 'dread: 9/9/9/9/9', 4],
  ['dread', 'dread: 2/9/9/2/9', 19],
  ['owaspRating', 'owaspRating: { likelihood: low, impact: high }', 6],
  ['owaspRating', 'owaspRating: { likelihood: critical, impact: note }', 24],
  ['pasta', 'pasta: { threat: 0.9, vulnerability: 0.9, impact: 3 }', 19],
])('places a threat by the method that ranks: %s with %s', (method, words, cell) => {
  const model = `//- shop.threats.yaml
stridewise: 1
apis: { store: { spec: ./openapi.yaml } }
risk: { method: ${method} }
threats: { written: { title: W, affects: GET /orders, stride: tampering, ${words} } }
`;
  const { threats } = overviewOf(load(`${SHOP}  /orders: { get: { responses: {} } }\n${model}`).analysis);
  expect(threats.find(({ title }) => title === 'W')?.cell).toBe(cell);
});

it('stays small with a thousand operations', () => {
  const paths = Array.from({ length: 500 }, (_, index) => {
    const operation = `{ parameters: [{ name: id, in: path, required: true, schema: { type: integer } }], responses: {} }`;
    return `  /things${index}/{id}:\n    get: ${operation}\n    delete: ${operation}\n`;
  });
  const large = overviewOf(load(`${SHOP}${paths.join('')}`).analysis);
  expect(large.summary.operations).toBe(1000);
  expect(large.threats.length).toBeLessThanOrEqual(1000);
  expect(JSON.stringify(large).length).toBeLessThan(1_000_000);
});
