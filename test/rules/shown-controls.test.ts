import { expect, it } from 'vitest';
import { CONTROLS } from '../../server/src/core/controls';
import { describe as read } from '../../server/src/core/openapi';
import { shownControl } from '../../server/src/core/rules';
import { openDocument } from '../../server/src/core/text';

const TEXT = `openapi: 3.1.0
info: { title: Shop, version: "1" }
servers: [{ url: https://api.example.com }]
security: [{ account: [orders:write] }]
paths:
  /me/orders:
    get:
      parameters: [{ name: limit, in: query, schema: { type: integer, maximum: 50 } }]
      responses:
        "200": { description: Orders, content: { application/json: { schema: { type: array, items: { type: object } } } } }
        "429": { description: Slower }
  /import:
    post:
      security: []
      servers: [{ url: http://import.example.com }]
      requestBody: { content: { application/json: { schema: { type: object, properties: { note: { type: string } } } } } }
      responses: { "200": { description: Taken }, "413": { description: Too large } }
components:
  securitySchemes:
    account:
      type: oauth2
      flows: { clientCredentials: { tokenUrl: https://login.example.com, scopes: { "orders:write": Change } } }
`;
const URI = 'file:///openapi.yaml';

function states(path: string): Readonly<Record<string, string>> {
  const document = openDocument(URI, TEXT);
  const description = read({ get: (uri) => (uri === URI ? document : undefined) }, URI);
  const operation = description?.operations.find((one) => one.path === path);
  if (operation === undefined) throw new Error(`${path} is missing`);
  const known = CONTROLS.map(({ id }) => [id, shownControl(id, operation).state] as const);
  return Object.fromEntries(known.filter(([, state]) => state !== 'unknown'));
}

it('reads the controls that a description shows', () => {
  expect(states('/me/orders')).toEqual({
    authentication: 'yes',
    'scope-check': 'yes',
    'ownership-check': 'yes',
    'rate-limiting': 'yes',
    pagination: 'yes',
    'transport-encryption': 'yes',
    'input-validation': 'yes',
  });
});

it('reads the controls that it denies', () => {
  expect(states('/import')).toEqual({
    authentication: 'no',
    'transport-encryption': 'no',
    'upload-limit': 'yes',
  });
});
