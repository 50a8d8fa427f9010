import { describe, expect, it } from 'vitest';
import { CONTROLS } from '../../server/src/core/controls';
import { describe as read } from '../../server/src/core/openapi';
import type { Operation } from '../../server/src/core/openapi/types';
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

function operationIn(text: string, path: string): Operation {
  const document = openDocument(URI, text);
  const description = read({ get: (uri) => (uri === URI ? document : undefined) }, URI);
  const operation = description?.operations.find((one) => one.path === path);
  if (operation === undefined) throw new Error(`${path} is missing`);
  return operation;
}

function states(path: string): Readonly<Record<string, string>> {
  const operation = operationIn(TEXT, path);
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
    'safe-methods': 'yes',
    'secrets-out-of-urls': 'yes',
  });
});

it('reads the controls that it denies', () => {
  expect(states('/import')).toEqual({
    authentication: 'no',
    'transport-encryption': 'no',
    'upload-limit': 'yes',
    'depth-limit': 'yes',
    'safe-methods': 'yes',
    'secrets-out-of-urls': 'yes',
  });
});

const post = (path: string, body: string, responses: string, setting = '') => `openapi: 3.1.0
info: { title: Shop, version: "1" }
paths:
  ${path}:
    post:
      ${setting}
      requestBody: { content: { application/json: { schema: { type: object, properties: { ${body} } } } } }
      responses: { ${responses} }
`;
const FINE = '"200": { description: Fine }';
const control = (id: string, ...parts: Parameters<typeof post>) =>
  shownControl(id, operationIn(post(...parts), parts[0]));

describe('how much and how long', () => {
  const BOUNDED = 'id: { type: string, format: uuid }, note: { type: string, maxLength: 9 }';

  it.each([
    ['note: { type: string }', 'unknown', 'Nothing bounds the length of note.'],
    [
      'note: { type: string, maxLength: 9 }, lines: { type: array, items: { type: integer } }',
      'unknown',
      'Nothing bounds how many lines there are.',
    ],
    [BOUNDED, 'yes', 'Every text and every list in its body is bounded.'],
    ['', 'unknown', 'It takes nothing whose size it describes.'],
  ])('{ %s } leaves the size %s', (body, state, text) => {
    expect(control('size-limit', '/notes', body, FINE)).toMatchObject({ state, text });
  });

  it('a gateway bounds what the schema does not', () => {
    const setting = 'x-kong-plugin-request-size-limiting: {}';
    expect(control('size-limit', '/notes', 'note: { type: string }', FINE, setting).state).toBe('yes');
  });

  it.each([
    [FINE, '', 'unknown'],
    [FINE, 'x-google-backend: { deadline: 9.5 }', 'yes'],
    ['"504": { description: Too slow }', '', 'yes'],
    ['"408": { description: Too slow }', '', 'yes'],
    ['"503": { description: Too much }', '', 'unknown'],
  ])('%s with { %s } leaves the time %s', (responses, setting, state) => {
    expect(control('time-limit', '/notes', BOUNDED, responses, setting).state).toBe(state);
  });
});

describe('how long tokens live', () => {
  const login = 'username: { type: string }, password: { type: string }';
  const answers = (property: string) =>
    `"200": { description: In, content: { application/json: { schema: { properties: { access_token: { type: string }${property} } } } } }`;
  const strong = (property: string) => control('strong-authentication', '/login', login, answers(property));

  it('is not known where a login does not say', () => {
    expect(strong('')).toMatchObject({
      state: 'unknown',
      text: 'It hands out what logs in, and says nothing of how long that lives.',
    });
  });

  it.each([
    [', expires_in: { type: integer, example: 900 }', '15 minutes'],
    [', expires_in: { type: integer, maximum: 28800 }', '8 hours'],
    [', ttl_days: { type: integer, const: 7 }', '7 days'],
  ])('%s is said', (property, words) => {
    expect(strong(property)).toMatchObject({ state: 'yes', text: `What it hands out lives for ${words}.` });
  });

  it('too long is not strong', () => {
    expect(strong(', expires_in: { type: integer, example: 99999999 }').state).toBe('unknown');
  });
});
