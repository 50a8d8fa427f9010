import { describe, expect, it } from 'vitest';
import { findings, summary } from './findings';

const HEAD = 'openapi: 3.0.3\ninfo: { title: T, version: "1" }\n';
const SCHEMES = `components:
  securitySchemes:
    account: { type: http, scheme: bearer }
`;
const ROOT = `${SCHEMES}security: [{ account: [] }]\n`;
const OK = 'responses: { "200": { description: Fine } }';
const rulesOf = (text: string) => findings(text).map((one) => one.rule);

/** One operation behind a login. */
const guarded = (method: string, path: string, rest = '') =>
  `${HEAD}${ROOT}paths:\n  ${path}:\n    ${method}:\n      ${OK}\n${rest}`;

const parameter = (where: string, name: string, required = true) =>
  `      parameters: [{ name: ${name}, in: ${where}, required: ${required}, schema: { type: string } }]\n`;

describe('object references', () => {
  const BOLA = 'broken-object-level-authorization';

  it.each(['username', 'title', 'slug', 'accountNumber', 'uuid'])('a %s in the path is one', (name) => {
    expect(rulesOf(guarded('get', `/books/{${name}}`, parameter('path', name)))).toContain(BOLA);
  });

  it.each(['customerId', 'account_number', 'user_email'])('%s in the query is one', (name) => {
    expect(rulesOf(guarded('get', '/orders', parameter('query', name, false)))).toContain(BOLA);
  });

  it.each(['after_id', 'request_id', 'client_request_id', 'category_id', 'sort'])('%s in the query is none', (name) => {
    expect(rulesOf(guarded('get', '/orders', parameter('query', name, false)))).not.toContain(BOLA);
  });

  it.each(['/me', '/me/orders', '/users/self', '/orders', '/countries/{code}', '/files/{version}', '/orders.{format}'])(
    '%s has none',
    (path) => {
      const name = path.split('{')[1]?.split('}')[0];
      expect(rulesOf(guarded('get', path, name ? parameter('path', name) : ''))).not.toContain(BOLA);
    },
  );

  it('operations on one object share a cause', () => {
    const text = `${HEAD}${ROOT}paths:
  /orders/{orderId}:
    parameters: [{ name: orderId, in: path, required: true, schema: { type: string } }]
    get: { ${OK} }
    patch: { ${OK} }
  /orders/{orderId}/lines:
    parameters: [{ name: orderId, in: path, required: true, schema: { type: string } }]
    get: { ${OK} }
`;
    const causes = findings(text)
      .filter((one) => one.rule === BOLA)
      .map((one) => one.evidence.cause);
    expect(causes).toEqual(['orders/{orderId}', 'orders/{orderId}', 'orders/{orderId}']);
  });
});

describe('authentication', () => {
  const post = (security: string, root: string) =>
    `${HEAD}${root}paths:\n  /notes:\n    post:\n${security}      ${OK}\n`;

  it('security at the root counts', () => {
    expect(rulesOf(post('', ROOT))).not.toContain('missing-authentication');
  });

  it.each(['[]', '[{}]'])('security: %s is anonymous', (list) => {
    expect(rulesOf(post(`      security: ${list}\n`, ROOT))).toContain('missing-authentication');
  });

  it('an empty alternative makes it optional, and no more', () => {
    const rules = rulesOf(post('      security: [{ account: [] }, {}]\n', ROOT));
    expect(rules).toContain('optional-authentication');
    expect(rules).not.toContain('missing-authentication');
  });

  it('no security anywhere is one cause', () => {
    const text = `${HEAD}paths:\n  /notes:\n    post: { ${OK} }\n  /marks:\n    post: { ${OK} }\n`;
    const found = findings(text).filter((one) => one.rule === 'missing-authentication');
    expect(found.map((one) => one.evidence.cause)).toEqual(['root security', 'root security']);
  });

  it.each(['basic', 'Basic', 'BASIC'])('the scheme %s is HTTP Basic', (scheme) => {
    const text = `${HEAD}components: { securitySchemes: { old: { type: http, scheme: ${scheme} } } }\nsecurity: [{ old: [] }]\npaths:\n  /notes:\n    get: { ${OK} }\n`;
    expect(rulesOf(text)).toContain('weak-authentication-scheme');
  });
});

describe('prose', () => {
  const text = guarded('get', '/things');

  it('does not decide', () => {
    const loud = text.replace(
      'get:\n',
      'get:\n      summary: Deletes every user as admin\n      description: internal debug password sql\n',
    );
    expect(summary(loud)).toEqual(summary(text));
  });
});

describe('restraint', () => {
  it('a good operation raises nothing', () => {
    const page = '      parameters: [{ name: limit, in: query, schema: { type: integer, maximum: 100 } }]\n';
    expect(summary(guarded('get', '/things', page))).toEqual([]);
  });

  it('a schema property named like a keyword is only a property', () => {
    const body = `      requestBody: { content: { application/json: { schema: { type: object, properties: { parameters: { type: object }, responses: { type: object } } } } } }\n`;
    expect(summary(guarded('post', '/things', body))).toEqual([]);
  });

  it('a version of its own is no old version', () => {
    expect(summary(guarded('get', '/v1/things'))).toEqual([]);
  });
});
