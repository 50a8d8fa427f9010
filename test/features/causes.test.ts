import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  diagnosticsFor,
  type FixOptions,
  findingKey,
  fixesFor,
  riskTree,
  type TreeNode,
} from '../../server/src/core/index';
import { type Loaded, load } from '../support/check';

const SPEC_URI = 'file:///workspace/openapi.yaml';
const SPEC = `//- openapi.yaml
openapi: 3.0.3
info: { title: Shop, version: "1" }
servers: [{ url: https://api.shop.example }]
security: [{ key: [] }]
paths:
  /orders/{orderId}:
    parameters: [{ $ref: "#/components/parameters/orderId" }]
    get: { responses: { "200": { description: ok } } }
    put: { responses: { "204": { description: ok } } }
    delete: { responses: { "204": { description: gone } } }
  /status:
    get: { responses: { "200": { description: ok } } }
components:
  securitySchemes: { key: { type: http, scheme: bearer } }
  parameters:
    orderId: { name: orderId, in: path, required: true, schema: { type: string, format: uuid } }
`;
const MODEL = `stridewise: 1
apis:
  shop: { spec: ./openapi.yaml }
`;
const RULE = 'broken-object-level-authorization';

const withModel = (model: string) => load(`${SPEC}//- shop.threats.yaml\n${model}`);

function diagnosticsOf({ workspace, analysis }: Loaded) {
  const all = diagnosticsFor(workspace, analysis, SPEC_URI, { open: true });
  return all.filter(({ code, severity }) => code === RULE && severity !== 'hint');
}

function causeIn({ analysis }: Loaded): TreeNode {
  const nodes = riskTree(analysis, { groupBy: 'risk', filter: '' }).flatMap(({ children }) => children);
  const cause = nodes.find(
    ({ context, label, description }) =>
      context === 'finding.open' && `${label} ${description}`.includes('another caller’s objects'),
  );
  if (cause === undefined) throw new Error('The cause is not in the tree.');
  return cause;
}

/** The model after an answer that is in place, from an item of the tree. */
function answered(loaded: Loaded, model: string, options: Partial<FixOptions>): string {
  const { workspace, analysis } = loaded;
  const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const finding = causeIn(loaded).finding ?? '';
  const [fix] = fixesFor(workspace, analysis, SPEC_URI, nowhere, { open: true, finding, ...options });
  const [edit] = fix?.edits ?? [];
  if (edit === undefined) throw new Error('There is no fix.');
  return applyEdits(model, edit.edits).replace('status: planned', 'status: implemented');
}

describe('A cause that several operations share', () => {
  it('is one diagnostic, where it is written', () => {
    expect(diagnosticsOf(withModel(MODEL))).toMatchObject([
      { range: { start: { line: 15 } }, message: expect.stringMatching(/^3 operations take a reference to an order/) },
    ]);
  });

  it('is answered for all of them at once', () => {
    const loaded = withModel(MODEL);
    expect(diagnosticsOf(withModel(answered(loaded, MODEL, {})))).toEqual([]);
  });

  it('goes on without the one that is answered alone, at its place', () => {
    const options = { operation: 'PUT /orders/{orderId}', alone: true };
    const one = answered(withModel(MODEL), MODEL, options);
    const [left, ...others] = diagnosticsOf(withModel(one));
    expect(others).toEqual([]);
    expect(left).toMatchObject({ range: { start: { line: 15 } }, message: expect.stringMatching(/^2 operations/) });
    const two = answered(withModel(one), one, { operation: 'GET /orders/{orderId}', alone: true });
    expect(diagnosticsOf(withModel(two))).toMatchObject([
      { range: { start: { line: 15 } }, message: expect.stringMatching(/^DELETE \/orders\/\{orderId\} takes/) },
    ]);
    const three = answered(withModel(two), two, {});
    expect(diagnosticsOf(withModel(three))).toEqual([]);
    const back = withModel(three.replace('status: implemented', 'status: missing'));
    expect(diagnosticsOf(back)).toHaveLength(1);
  });

  it('offers both answers where both are wanted: that of one operation first', () => {
    const loaded = withModel(MODEL);
    const { workspace, analysis } = loaded;
    const finding = causeIn(loaded).finding ?? '';
    const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const options = { open: true, finding, operation: 'PUT /orders/{orderId}' };
    const fixes = fixesFor(workspace, analysis, SPEC_URI, nowhere, options);
    expect(fixes.map(({ title }) => title.includes('(only PUT /orders/{orderId})'))).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(fixes.filter(({ preferred }) => preferred)).toHaveLength(1);
  });
});

describe('A threat that people wrote for several operations', () => {
  const model = `${MODEL}threats:
  bribed-clerk:
    title: A clerk is bribed
    affects:
      - shop GET /orders/{orderId}
      - shop PUT /orders/{orderId}
    stride: tampering
    dread: 7/7/7/7/7
`;
  const written = ({ workspace, analysis }: Loaded) =>
    diagnosticsFor(workspace, analysis, SPEC_URI, { open: true })
      .filter(({ code, severity }) => code === 'written-threat' && severity !== 'hint')
      .map(({ message }) => message);

  it.each([
    [
      'for one of them alone',
      { operation: 'GET /orders/{orderId}', alone: true },
      ['A clerk is bribed on PUT /orders/{orderId}'],
    ],
    ['for all of them', {}, []],
  ])('is answered %s', (_how, options, left) => {
    const loaded = withModel(model);
    expect(written(loaded)).toEqual(['A clerk is bribed on GET /orders/{orderId} and 1 more']);
    const [api] = loaded.analysis.apis;
    const finding = api?.findings.find(({ rule }) => rule === 'written-threat');
    if (!api || !finding) throw new Error('The threat is not found.');
    const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const wanted = { open: true, finding: findingKey(api, finding), ...options };
    const [fix] = fixesFor(loaded.workspace, loaded.analysis, SPEC_URI, nowhere, wanted);
    const after = applyEdits(model, fix?.edits[0]?.edits ?? []).replace('status: planned', 'status: implemented');
    expect(written(withModel(after))).toEqual(left);
  });
});

describe('The tree', () => {
  it('has the operations of a cause below it, each with its line', () => {
    const cause = causeIn(withModel(MODEL));
    expect(cause.size).toBe(3);
    expect(cause.children.map(({ label, location }) => [label, location?.range.start.line])).toEqual([
      ['GET /orders/{orderId}', 7],
      ['PUT /orders/{orderId}', 8],
      ['DELETE /orders/{orderId}', 9],
    ]);
    for (const { finding, context, operation, label, id } of cause.children) {
      expect([finding, context, operation]).toEqual([cause.finding, 'finding.open operation', label]);
      expect(id.startsWith(`${cause.id}/`)).toBe(true);
    }
    expect(new Set(cause.children.map(({ id }) => id)).size).toBe(3);
  });

  it('has the shared causes below each operation that they touch', () => {
    const groups = riskTree(withModel(MODEL).analysis, { groupBy: 'operation', filter: '' });
    const touched = groups.filter(({ children }) => children.some(({ label }) => label.startsWith('One caller')));
    expect(touched.map(({ label }) => label)).toEqual([
      'GET /orders/{orderId}',
      'PUT /orders/{orderId}',
      'DELETE /orders/{orderId}',
    ]);
    const node = touched[1]?.children.find(({ label }) => label.startsWith('One caller'));
    expect(node).toMatchObject({ operation: 'PUT /orders/{orderId}', size: 0 });
    expect(node?.description).toMatch(/shared by 3 operations$/);
  });
});
