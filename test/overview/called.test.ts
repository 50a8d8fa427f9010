import { expect, it } from 'vitest';
import { recordsOf } from '../../server/src/core/drift';
import { finish, overviewOf, simulating } from '../../server/src/core/index';
import { load } from '../support/check';
import { SHOP } from '../support/shop';

const SOURCE = `${SHOP}  /orders: { get: { responses: {} } }
//- pay.yaml
openapi: 3.0.3
info: { title: Pay, version: "1" }
servers: [{ url: https://pay.example }]
paths:
  /charges: { get: { responses: {} }, post: { responses: {} } }
//- shop.threats.yaml
stridewise: 1
apis: { store: { spec: openapi.yaml } }
components: { payments: { kind: external, spec: pay.yaml } }
flows: { store -> payments: {} }
threats: { fake: { title: A fake provider answers, affects: payments POST /charges, stride: spoofing } }
`;

it('What a component serves has rows of its own, counts as no API and is drawn as the component', () => {
  const { apis, summary, threats, diagram } = overviewOf(load(SOURCE).analysis);
  expect(apis.map(({ name, rows }) => `${name} ${rows.map((row) => row.name)}`)).toEqual([
    'store GET /orders',
    'payments GET /charges,POST /charges',
  ]);
  expect(summary).toMatchObject({ apis: 1, operations: 1 });
  expect(threats.map(({ title }) => title)).toContain('A fake provider answers');
  const drawn = diagram.nodes.map(({ kind, label, threats: count }) => `${kind} ${label} ${count}`);
  expect(drawn.filter((line) => line.includes('payments'))).toEqual(['external payments 1']);
  expect(drawn.filter((line) => line.startsWith('api'))).toHaveLength(1);
});

it('What a component serves is recorded in no lock: the component is', () => {
  const { analysis } = load(SOURCE);
  const [model] = analysis.models;
  if (model === undefined) throw new Error('no model');
  expect([...recordsOf(analysis, model)].map(([key, { kind }]) => `${kind} ${key}`)).toEqual([
    'api store',
    'operation store GET /orders',
    'component payments',
  ]);
});

it('A simulation attacks the component, and not its operations one by one', () => {
  const { analysis } = load(SOURCE);
  const simulation = finish(simulating(analysis, { runs: 50, seed: 1 }));
  expect(JSON.stringify(simulation)).not.toContain('/charges');
});
