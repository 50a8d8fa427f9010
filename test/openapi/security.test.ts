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
