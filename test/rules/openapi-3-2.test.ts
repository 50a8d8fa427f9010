import { describe, expect, it } from 'vitest';
import { describe as read } from '../../server/src/core/openapi';
import { shownControl } from '../../server/src/core/rules';
import { openDocument } from '../../server/src/core/text';
import { findings, summary } from './findings';

const HEAD = `openapi: 3.2.0
info: { title: Shop, version: "1" }
servers: [{ url: https://api.example.com }]
security: [{ login: [orders:read] }]
components:
  securitySchemes:
    login:
      type: oauth2
      flows:
        authorizationCode:
          authorizationUrl: https://login.example.com/authorize
          tokenUrl: https://login.example.com/token
          scopes: { orders:read: Read, orders:write: Change, admin: All }
`;
const OK = 'responses: { "200": { description: Done }, "429": { description: Slower } }';
const LIST =
  'responses: { "200": { description: All, content: { application/json: { schema: { type: array, items: { type: object } } } } } }';
const found = (paths: string, head = HEAD) => summary(`${head}${paths}`);

function operationIn(paths: string, head = HEAD) {
  const uri = 'file:///openapi.yaml';
  const document = openDocument(uri, `${head}${paths}`);
  const [one] = read({ get: (name) => (name === uri ? document : undefined) }, uri)?.operations ?? [];
  if (one === undefined) throw new Error('no operation');
  return one;
}

describe('QUERY', () => {
  const query = (body: string, answer: string) =>
    `paths:\n  /orders:\n    query:\n      requestBody: { content: { application/json: { schema: ${body} } } }\n      ${answer}\n`;
  const page = (limit: string) => query(`{ type: object, properties: { limit: ${limit} } }`, LIST);

  it('takes values that reach an interpreter, in its body', () => {
    const paths = query('{ type: object, properties: { sql: { type: string } } }', OK);
    expect(found(paths)).toContain('QUERY /orders: injection (body.sql)');
  });

  it('returns lists in pages, whose size its body may say', () => {
    expect(found(query('{ type: object }', LIST))).toContain('QUERY /orders: unbounded-list');
    expect(found(page('{ type: integer }'))).toContain('QUERY /orders: unbounded-page-size (body.limit)');
    expect(found(page('{ type: integer, maximum: 100 }')).join()).not.toMatch(/unbounded-(list|page)/);
  });

  it('takes references to objects', () => {
    const paths = query('{ type: object, properties: { orderId: { type: string } } }', OK);
    expect(found(paths).join()).toContain('QUERY /orders: broken-object-level-authorization (body.orderId)');
  });

  it('only reads: it changes nothing that one could deny, forge or post from another site', () => {
    const paths = query('{ type: object, properties: { amount: { type: number } } }', OK);
    const head = HEAD.replace('[orders:read]', '[]');
    expect(found(paths, head).join()).not.toContain('unused-scopes');
    expect(found(paths.replace('query:', 'put:'), head).join()).toContain('unused-scopes');
  });

  it('needs a login like any other', () => {
    const paths = `paths:\n  /customers:\n    query: { security: [], ${LIST.replace('type: object', 'type: object, properties: { email: { type: string } }')} }\n`;
    expect(found(paths)).toContain('QUERY /customers: missing-authentication');
  });
});

describe('Operations with a method of their own', () => {
  const paths = (method: string, more: string) =>
    `paths:\n  /orders/{orderId}:\n    additionalOperations:\n      ${method}:\n        ${more}\n        parameters: [{ name: orderId, in: path, required: true, schema: { type: string } }]\n        ${OK}\n`;

  it('are judged like any other', () => {
    const all = found(paths('COPY', 'operationId: copyOrder'));
    expect(all).toContain('COPY /orders/{orderId}: broken-object-level-authorization (path.orderId)');
    expect(found(paths('PURGE', 'security: []'))).toContain('PURGE /orders/{orderId}: missing-authentication');
  });

  it('change something unless their method is known to read', () => {
    const head = HEAD.replace('[orders:read]', '[]');
    expect(found(paths('COPY', ''), head).join()).toContain('unused-scopes');
    expect(found(paths('SEARCH', ''), head).join()).not.toContain('unused-scopes');
  });
});

describe('Schemes', () => {
  const scheme = (lines: string) =>
    `openapi: 3.2.0\ninfo: { title: a, version: "1" }\nservers: [{ url: https://a.example }]\ncomponents:\n  securitySchemes:\n    login: ${lines}\n`;
  const get = (scopes: string, method = 'get') =>
    `paths:\n  /orders:\n    ${method}:\n      security: [{ login: ${scopes} }]\n      ${OK}\n`;
  const device = (url: string) =>
    scheme(
      `{ type: oauth2, flows: { deviceAuthorization: { deviceAuthorizationUrl: ${url}, tokenUrl: https://t, scopes: { orders:read: r, orders:write: w } } } }`,
    );

  it('with the device flow are OAuth with scopes', () => {
    const operation = operationIn(get('[orders:read]'), device('https://d'));
    expect(shownControl('authentication', operation).state).toBe('yes');
    expect(shownControl('scope-check', operation).state).toBe('yes');
    expect(found(get('[]', 'put'), device('https://d'))).toContain('PUT /orders: unused-scopes');
    const weak = findings(`${device('https://d')}${get('[orders:read]')}`).find(
      ({ rule }) => rule === 'weak-authentication-scheme',
    );
    expect(weak?.evidence.message).toContain('device flow');
  });

  const messages = (lines: string) =>
    findings(`${scheme(lines)}${get('[]')}`)
      .filter(({ rule }) => rule === 'weak-authentication-scheme' || rule === 'undeclared-security-scheme')
      .map(({ evidence }) => evidence.message);

  it('may tell by an address how to log in, which is a login as long as the address is encrypted', () => {
    expect(messages('{ type: oauth2, oauth2MetadataUrl: https://a.example/.well-known, flows: {} }')).toEqual([]);
    expect(messages('{ type: oauth2, oauth2MetadataUrl: http://a.example/.well-known, flows: {} }')).toEqual([
      'GET /orders accepts login, which tells without encryption how to log in',
    ]);
    expect(messages('{ type: openIdConnect, openIdConnectUrl: http://a.example/.well-known }')).toHaveLength(1);
  });

  it('that are deprecated and still accepted are told', () => {
    expect(messages('{ type: http, scheme: bearer, deprecated: true }')).toEqual([
      'GET /orders accepts login, which is marked as deprecated',
    ]);
    expect(messages('{ type: http, scheme: bearer, deprecated: false }')).toEqual([]);
  });
});

describe('A query string as a whole', () => {
  const paths = (schema: string) =>
    `paths:\n  /orders:\n    get:\n      parameters:\n        - { in: querystring, name: q, content: { application/x-www-form-urlencoded: { schema: ${schema} } } }\n      ${LIST}\n`;

  it('is the fields of its form', () => {
    const fields = '{ type: object, properties: { limit: { type: integer }, sql: { type: string } } }';
    expect(found(paths(fields))).toEqual(
      expect.arrayContaining(['GET /orders: injection (query.sql)', 'GET /orders: unbounded-page-size (query.limit)']),
    );
    expect(found(paths(fields.replace('{ type: integer }', '{ type: integer, maximum: 9 }'))).join()).not.toContain(
      'unbounded',
    );
  });

  it('is one free value where no field is listed', () => {
    expect(operationIn(paths('{ type: string, maxLength: 9 }')).parameters).toMatchObject([
      { name: 'q', in: 'querystring', bounds: { maxLength: 9 } },
    ]);
  });
});

describe('A stream of items', () => {
  const answer = (item: string) =>
    `paths:\n  /me:\n    get:\n      responses: { "200": { description: Events, content: { text/event-stream: { itemSchema: ${item} } } } }\n`;

  it('gives away what its items hold', () => {
    const password = '{ type: object, properties: { password: { type: string } } }';
    expect(found(answer(password)).join()).toContain('excessive-data-exposure (response.password)');
    expect(found(answer('{ type: object, properties: { kind: { type: string } } }')).join()).not.toContain('excessive');
  });

  it('is a list, unless it is made of events', () => {
    const list = (mediaType: string) =>
      found(answer('{ type: object }').replace('/me:', '/orders:').replace('text/event-stream', mediaType)).join();
    expect(list('application/jsonl')).toContain('GET /orders: unbounded-list');
    expect(list('text/event-stream')).not.toContain('unbounded-list');
  });

  it('takes what its items hold', () => {
    const body = (item: string) =>
      `paths:\n  /orders:\n    post:\n      requestBody: { content: { application/jsonl: { itemSchema: ${item} } } }\n      ${OK}\n`;
    expect(found(body('{ type: object, properties: { sql: { type: string } } }'))).toContain(
      'POST /orders: injection (body.sql)',
    );
  });
});

describe('What we call', () => {
  it('is judged in webhooks and callbacks, QUERY and own methods too', () => {
    const paths = `paths:
  /orders:
    post:
      requestBody: { content: { application/json: { schema: { type: object, properties: { answer: { type: string } } } } } }
      ${OK}
      callbacks:
        paid:
          '{$request.body#/answer}':
            additionalOperations:
              NOTIFY: { security: [], requestBody: { content: { application/json: { schema: { type: object } } } }, ${OK} }
webhooks:
  shipped:
    post: { security: [], requestBody: { content: { application/json: { schema: { type: object, properties: { email: { type: string } } } } } }, ${OK} }
`;
    const all = findings(`${HEAD}${paths}`).map(
      ({ rule, operation }) => `${operation.kind} ${operation.name}: ${rule}`,
    );
    expect(all).toContain('webhook shipped: unsigned-message');
    expect(all).toContain('callback paid: unsigned-message');
    expect(all).toContain('callback paid: callback-to-caller');
  });
});
