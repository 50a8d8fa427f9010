import { describe, expect, it } from 'vitest';
import { operation, read, textAt } from './files';

const api = read(`openapi: 3.0.0
info: { title: a, version: '1' }
servers: [{ url: https://root.example }]
components:
  securitySchemes:
    key: { type: apiKey, in: query, name: k }
    bearer: { type: http, scheme: Bearer }
    again: { $ref: '#/components/securitySchemes/key' }
security:
  - bearer: []
paths:
  /root:
    get: { responses: {} }
  /none:
    get: { security: [], responses: {} }
  /empty:
    get: { security: [{}], responses: {} }
  /optional:
    get: { security: [{}, { bearer: [a, b] }], responses: {} }
  /both:
    get: { security: [{ key: [], bearer: [] }], responses: {} }
  /either:
    servers: [{ url: https://item.example }]
    get:
      servers: [{ url: https://operation.example }]
      security: [{ key: [] }, { bearer: [] }]
      responses: {}
    put: { responses: {} }
  /undeclared:
    get: { security: [{ nope: [] }], responses: {} }
`);
const security = (path: string) => operation(api, `GET ${path}`).security;

describe('security', () => {
  it.each([
    ['/root', 'root', false, false, 1],
    ['/none', 'operation', true, false, 0],
    ['/empty', 'operation', true, false, 1],
    ['/optional', 'operation', false, true, 2],
    ['/both', 'operation', false, false, 1],
    ['/either', 'operation', false, false, 2],
  ])('%s comes from %s', (path, source, anonymous, optional, alternatives) => {
    expect(security(path)).toMatchObject({ source, anonymous, optional });
    expect(security(path).alternatives).toHaveLength(alternatives);
    expect(textAt(security(path).at)).toBe('security');
  });

  it('lower-cases HTTP schemes and keeps scopes', () => {
    const [, second] = security('/optional').alternatives;
    expect(second).toMatchObject([{ scheme: 'bearer', scopes: ['a', 'b'], definition: { scheme: 'bearer' } }]);
  });

  it('has no definition where none is declared, and follows references where one is', () => {
    expect(security('/undeclared').alternatives[0]?.[0]).toMatchObject({ scheme: 'nope', definition: null });
    expect(api.schemes.get('again')).toMatchObject({ type: 'apiKey', in: 'query', parameterName: 'k' });
  });

  it('is anonymous where nothing is declared', () => {
    const plain = read('openapi: 3.0.0\npaths:\n  /a:\n    get: { responses: {} }\n');
    expect(plain.operations[0]?.security).toMatchObject({ source: 'none', anonymous: true, at: null });
    expect(plain.security).toBeNull();
  });

  it('takes the nearest servers', () => {
    expect(operation(api, 'GET /either').servers[0]?.url).toBe('https://operation.example');
    expect(operation(api, 'PUT /either').servers[0]?.url).toBe('https://item.example');
    expect(operation(api, 'GET /root').servers).toBe(api.servers);
  });
});

describe('schemes', () => {
  const schemes = (version: string, section: string) => read(`${version}\npaths: {}\n${section}\n`).schemes;
  const OLD = (scheme: string) => schemes('swagger: "2.0"', `securityDefinitions: { it: ${scheme} }`).get('it');
  const NEW = (scheme: string) =>
    schemes('openapi: 3.2.0', `components: { securitySchemes: { it: ${scheme} } }`).get('it');

  it.each([
    ['{ type: apiKey, in: header, name: X-Key }', { type: 'apiKey', in: 'header', parameterName: 'X-Key' }],
    ['{ type: apiKey, in: query, name: key }', { type: 'apiKey', in: 'query', parameterName: 'key' }],
    ['{ type: apiKey, in: cookie, name: sid }', { type: 'apiKey', in: 'cookie', parameterName: 'sid' }],
    ['{ type: http, scheme: basic }', { type: 'http', scheme: 'basic' }],
    ['{ type: http, scheme: Digest }', { type: 'http', scheme: 'digest' }],
    ['{ type: http, scheme: HOBA }', { type: 'http', scheme: 'hoba' }],
    ['{ type: mutualTLS }', { type: 'mutualTLS' }],
    [
      '{ type: openIdConnect, openIdConnectUrl: https://a.example/.well-known }',
      { type: 'openIdConnect', metadataUrl: 'https://a.example/.well-known' },
    ],
    [
      '{ type: oauth2, oauth2MetadataUrl: https://a.example/m }',
      { type: 'oauth2', metadataUrl: 'https://a.example/m' },
    ],
    ['{ type: http, scheme: bearer, deprecated: true }', { deprecated: true }],
    ['{ type: pigeon }', { type: 'unknown' }],
  ])('%s', (written, expected) => {
    expect(NEW(written)).toMatchObject(expected);
  });

  it.each(['implicit', 'password', 'clientCredentials', 'authorizationCode', 'deviceAuthorization'])(
    'the flow %s has its addresses and scopes',
    (kind) => {
      const written = `{ tokenUrl: https://t.example, scopes: { "a:read": A, "a:write": B, x-more: C } }`;
      expect(NEW(`{ type: oauth2, flows: { ${kind}: ${written}, x-own: {} } }`)?.flows).toMatchObject([
        { kind, tokenUrl: 'https://t.example', scopes: ['a:read', 'a:write'] },
      ]);
    },
  );

  it.each([
    ['implicit', 'implicit'],
    ['password', 'password'],
    ['application', 'clientCredentials'],
    ['accessCode', 'authorizationCode'],
  ])('the flow that 2.0 calls %s is %s', (flow, kind) => {
    const scheme = `{ type: oauth2, flow: ${flow}, authorizationUrl: https://a.example, scopes: { a: A } }`;
    expect(OLD(scheme)?.flows).toMatchObject([{ kind, authorizationUrl: 'https://a.example', scopes: ['a'] }]);
  });

  it('basic of 2.0 is an HTTP scheme', () => {
    expect(OLD('{ type: basic }')).toMatchObject({ type: 'http', scheme: 'basic' });
  });
});

describe('the root switched off', () => {
  it('is told where it is', () => {
    const off = read(`openapi: 3.0.0
components: { securitySchemes: { a: { type: http, scheme: bearer } } }
security: [{ a: [] }]
paths: { /a: { get: { security: [], responses: {} }, put: { responses: {} } } }
`);
    const [get, put] = off.operations;
    expect(get?.security).toMatchObject({ source: 'operation', anonymous: true, alternatives: [] });
    expect(put?.security).toMatchObject({ source: 'root', anonymous: false });
  });
});
