import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EXAMPLE_HEAD, EXAMPLES } from '../../server/src/core/model/schema/examples';
import { load } from '../support/check';

/** What the examples of docs/model.md speak of. */
const SPEC = `openapi: 3.0.3
info: { title: Bookshop, version: "2" }
servers: [{ url: https://api.books.example }]
components:
  schemas:
    Customer: { type: object, properties: { name: { type: string, maxLength: 80 }, email: { type: string, format: email, maxLength: 80 } } }
    Payment: { type: object, properties: { cardNumber: { type: string, maxLength: 19 }, expires: { type: string, maxLength: 5 } } }
    Shop: { type: object, properties: { phone: { type: string, maxLength: 20 } } }
  securitySchemes: { account: { type: http, scheme: bearer } }
security: [{ account: [] }]
paths:
  /books:
    get: { operationId: listBooks, responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Shop" } } } } } }
  /orders:
    post: { operationId: placeOrder, requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Customer" } } } }, responses: { "201": { description: ok } } }
  /orders/{orderId}:
    parameters: [{ name: orderId, in: path, required: true, schema: { type: string, maxLength: 20 } }]
    get: { operationId: getOrder, responses: { "200": { description: ok } } }
    post: { operationId: payOrder, requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Payment" } } } }, responses: { "204": { description: ok } } }
`;
const OLD = `openapi: 3.0.3
info: { title: Bookshop, version: "1" }
servers: [{ url: https://api.books.example/v1 }]
components: { securitySchemes: { account: { type: http, scheme: bearer } } }
security: [{ account: [] }]
paths:
  /books:
    get: { operationId: listBooks, responses: { "200": { description: ok } } }
  /search:
    get: { operationId: search, responses: { "200": { description: ok } } }
`;

test('the examples of the reference page read, and what they name is there', () => {
  const model = EXAMPLE_HEAD + Object.values(EXAMPLES).join('');
  const { analysis } = load(`//- openapi.yaml\n${SPEC}//- v1.yaml\n${OLD}//- shop.threats.yaml\n${model}`);
  const [read] = analysis.models;
  const told = [...(read?.problems ?? []), ...analysis.problems].map(({ code, message }) => `${code}: ${message}`);
  expect(told).toEqual([]);
  expect(analysis.apis.map(({ id }) => id)).toEqual(['store', 'store-v1']);
});

test('every part of the page was filled in', () => {
  const page = readFileSync(new URL('../../docs/model.md', import.meta.url), 'utf8');
  expect(page).not.toMatch(/\{\{|undefined|\[object/);
});
