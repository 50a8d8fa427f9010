import { describe, expect, test } from 'vitest';
import { definitionFor, hoverFor } from '../../server/src/core/index';
import { load } from '../support/check';

const SPEC = `//- openapi.yaml
openapi: 3.1.0
info: { title: Shop, version: "1" }
servers: [{ url: https://shop.example }]
components: { securitySchemes: { key: { type: http, scheme: bearer } } }
security: [{ key: [] }]
paths:
  /orders/{orderId}:
    get: { operationId: getOrder, responses: { "200": { description: ok } } }
    delete: { operationId: dropOrder, responses: { "204": { description: gone } } }
  /pets:
    get: { operationId: listPets, responses: { "200": { description: ok } } }
webhooks:
  orderShipped:
    post: { responses: { "204": { description: taken } } }
//- shop.threats.yaml
stridewise: 1
apis: { shop: { spec: ./openapi.yaml } }
threats:
  sold: { title: A clerk sells it, affects: operation getOrder, stride: disclosure, dread: 5/5/5/5/5 }
mitigations:
  log: { covers: repudiation on operation dropOrder, status: implemented }
  pets: { covers: repudiation on GET /pets, status: implemented }
  sender: { covers: spoofing on webhook orderShipped, status: implemented }
`;

function at(name: string) {
  const loaded = load(SPEC.replace(`  ${name}:`, `  $0${name}:`));
  const { workspace, analysis, cursor } = loaded;
  if (cursor === null) throw new Error(`No ${name}`);
  const hover = hoverFor(workspace, analysis, cursor.uri, cursor);
  const lines = definitionFor(workspace, analysis, cursor.uri, cursor).map(({ range }) => range.start.line);
  return { hover, lines };
}

describe('The key of a path', () => {
  test('says of each method below it what became of its categories', () => {
    const { hover } = at('/orders/{orderId}');
    const rows = hover?.markdown.split('\n').filter((line) => line.startsWith('- **')) ?? [];
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatch(/^- \*\*GET\*\* .*open: .*disclosure/);
    expect(rows[1]).toMatch(/^- \*\*DELETE\*\* .*mitigated: repudiation/);
    expect(hover?.markdown).not.toContain('/pets');
  });

  test('leads to what the model says of the operations below it', () => {
    expect(at('/orders/{orderId}').lines).toEqual([3, 5]);
    expect(at('/pets').lines).toEqual([6]);
  });
});

test('the name of a webhook is like the key of a path', () => {
  const { hover, lines } = at('orderShipped');
  expect(hover?.markdown).toMatch(/^- \*\*POST of webhook orderShipped\*\* .*mitigated: spoofing/m);
  expect(lines).toEqual([7]);
});
