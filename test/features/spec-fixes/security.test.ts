import { describe, expect, it } from 'vitest';
import { applied, type Case, holdAll, specFixesIn, URI } from './support/mend';
import { login, oauth, operation, ref, section, spec, type Tree, type Version } from './support/specs';

const ACCOUNT = [{ account: [] }];
const api = (version: Version, parts: { paths: Tree; security?: Tree; schemes?: Tree }): Tree =>
  spec(version, { schemes: { account: login(version) }, ...parts });
const set = (path: string, method: string, value: Tree) => (tree: Tree) => {
  tree.paths[path][method].security = value;
};

const CASES: readonly Case[] = [
  {
    name: 'as operations elsewhere do, which is a guess where there is another scheme',
    rule: 'missing-authentication',
    spec: (v) =>
      api(v, {
        schemes: { account: login(v), shop: oauth(v, ['all']) },
        paths: { '/notes': { put: operation(v, { security: ACCOUNT }) }, '/other': { put: operation(v) } },
      }),
    mended: set('/other', 'put', ACCOUNT),
    preferred: false,
  },
  {
    name: 'as the neighbour of the same path',
    rule: 'missing-authentication',
    spec: (v) =>
      api(v, {
        paths: {
          '/notes': { post: operation(v, { security: ACCOUNT }), put: operation(v) },
          '/other': { post: operation(v, { security: ACCOUNT }) },
        },
      }),
    mended: set('/notes', 'put', ACCOUNT),
    preferred: true,
  },
  {
    name: 'with the 401 by which all others refuse',
    rule: 'missing-authentication',
    spec: (v) => {
      const own = () => operation(v, { security: ACCOUNT, responses: { '401': ref(v, 'responses', 'Login') } });
      const tree = api(v, {
        paths: {
          '/notes': { get: own(), post: operation(v, { responses: { default: { description: 'No' } } }), put: own() },
        },
      });
      section(v, tree, 'responses').Login = { description: 'Log in first' };
      return tree;
    },
    mended: (tree, v) => {
      const { post } = tree.paths['/notes'];
      post.security = ACCOUNT;
      post.responses['401'] = ref(v, 'responses', 'Login');
    },
    preferred: true,
  },
  {
    name: 'a scope with the 403 by which all others with scopes refuse',
    rule: 'write-with-read-scope',
    spec: (v) => {
      const scoped = (scope: string) => ({ security: [{ shop: [scope] }] });
      const refuses = { responses: { '403': ref(v, 'responses', 'Denied') } };
      const tree = api(v, {
        schemes: { shop: oauth(v, ['read', 'write']) },
        security: [{ shop: ['read'] }],
        paths: {
          '/notes': {
            get: operation(v, { ...refuses, ...scoped('read') }),
            put: operation(v, { ...refuses, ...scoped('write') }),
            post: operation(v, scoped('read')),
          },
        },
      });
      section(v, tree, 'responses').Denied = { description: 'Not allowed' };
      return tree;
    },
    mended: (tree, v) => {
      const { post } = tree.paths['/notes'];
      post.security = [{ shop: ['write'] }];
      post.responses['403'] = ref(v, 'responses', 'Denied');
    },
    preferred: true,
  },
  {
    name: 'as most below the same segment, which is a choice',
    rule: 'missing-authentication',
    spec: (v) =>
      api(v, {
        schemes: { account: login(v), staff: { type: 'apiKey', in: 'header', name: 'Authorization' } },
        paths: {
          '/notes/a': { post: operation(v, { security: ACCOUNT }) },
          '/notes/b': { post: operation(v, { security: ACCOUNT }) },
          '/notes/c': { post: operation(v, { security: [{ staff: [] }] }) },
          '/notes/d': { post: operation(v) },
        },
      }),
    mended: set('/notes/d', 'post', ACCOUNT),
  },
  {
    name: 'an empty list goes, since the root asks for a login; its author wrote it, so that is a choice',
    rule: 'missing-authentication',
    spec: (v) =>
      api(v, {
        security: ACCOUNT,
        paths: { '/notes': { post: operation(v, { security: [] }) }, '/tips': { get: operation(v) } },
      }),
    mended: (tree) => {
      delete tree.paths['/notes'].post.security;
    },
  },
  {
    name: 'at the root by the only scheme, and what stays open says so',
    rule: 'missing-authentication',
    spec: (v) =>
      api(v, {
        paths: { '/health': { get: operation(v) }, '/notes': { post: operation(v) }, '/tips': { post: operation(v) } },
      }),
    mended: (tree) => {
      tree.security = ACCOUNT;
      tree.paths['/health'].get.security = [];
    },
    preferred: true,
  },
  {
    name: 'a scheme is declared, to be filled in',
    rule: 'missing-authentication',
    spec: (v) => api(v, { schemes: {}, paths: { '/notes': { post: operation(v) } } }),
    mended: (tree, v) => {
      tree.security = [{ bearerAuth: [] }];
      section(v, tree, 'securitySchemes').bearerAuth =
        v === '2.0' ? { type: 'apiKey', in: 'header', name: 'Authorization' } : { type: 'http', scheme: 'bearer' };
    },
    fields: 1,
    next: ['shared-credential'],
  },
  {
    name: 'the empty alternative goes',
    rule: 'optional-authentication',
    spec: (v) => api(v, { paths: { '/notes': { get: operation(v, { security: [{}, ...ACCOUNT] }) } } }),
    mended: set('/notes', 'get', ACCOUNT),
  },
  {
    name: 'the empty alternative at the root goes',
    rule: 'optional-authentication',
    spec: (v) =>
      api(v, {
        security: [...ACCOUNT, {}],
        paths: { '/notes': { get: operation(v) }, '/tips': { get: operation(v) } },
      }),
    mended: (tree) => {
      tree.security = ACCOUNT;
    },
  },
  {
    name: 'nearly the same name',
    rule: 'undeclared-security-scheme',
    spec: (v) => api(v, { paths: { '/notes': { get: operation(v, { security: [{ Acc_ount: [] }] }) } } }),
    mended: set('/notes', 'get', ACCOUNT),
    preferred: true,
  },
  {
    name: 'a scheme that is declared nowhere',
    rule: 'undeclared-security-scheme',
    spec: (v) => api(v, { security: [{ other: [] }], paths: { '/notes': { get: operation(v) } } }),
    mended: (tree, v) => {
      section(v, tree, 'securitySchemes').other =
        v === '2.0' ? { type: 'apiKey', in: 'header', name: 'Authorization' } : { type: 'http', scheme: 'bearer' };
    },
    fields: 1,
  },
  {
    name: 'a key in the address',
    rule: 'weak-authentication-scheme',
    spec: (v) =>
      api(v, {
        schemes: { key: { type: 'apiKey', in: 'query', name: 'key' } },
        security: [{ key: [] }],
        paths: { '/notes': { get: operation(v) } },
      }),
    mended: (tree, v) => {
      section(v, tree, 'securitySchemes').key.in = 'header';
    },
  },
  {
    name: 'tokens without encryption',
    rule: 'weak-authentication-scheme',
    spec: (v) => {
      const tree = api(v, {
        schemes: { shop: oauth(v, ['all']) },
        security: [{ shop: ['all'] }],
        paths: { '/notes': { get: operation(v) } },
      });
      const scheme = section(v, tree, 'securitySchemes').shop;
      (v === '2.0' ? scheme : scheme.flows.authorizationCode).tokenUrl = 'http://id.example.com/t';
      return tree;
    },
    mended: (tree, v) => {
      const scheme = section(v, tree, 'securitySchemes').shop;
      (v === '2.0' ? scheme : scheme.flows.authorizationCode).tokenUrl = 'https://id.example.com/t';
    },
    preferred: true,
  },
  {
    name: 'the scope that writes, in place of the one that reads',
    rule: 'write-with-read-scope',
    spec: (v) =>
      api(v, {
        schemes: { shop: oauth(v, ['orders:read', 'orders:write', 'carts:write']) },
        paths: { '/orders': { post: operation(v, { security: [{ shop: ['orders:read'] }] }) } },
      }),
    mended: set('/orders', 'post', [{ shop: ['orders:write'] }]),
    preferred: true,
  },
  {
    name: 'the scope that writes, beside an alternative without scopes',
    rule: 'write-with-read-scope',
    spec: (v) =>
      api(v, {
        schemes: { account: login(v), shop: oauth(v, ['orders:read', 'orders:write']) },
        paths: { '/orders': { post: operation(v, { security: [{ account: [] }, { shop: ['orders:read'] }] }) } },
      }),
    mended: set('/orders', 'post', [{ account: [] }, { shop: ['orders:write'] }]),
    preferred: true,
  },
  {
    name: 'the scope that manages, which may be more than to write',
    rule: 'write-with-read-scope',
    spec: (v) =>
      api(v, {
        schemes: { shop: oauth(v, ['orders:read', 'orders:manage']) },
        paths: { '/orders': { post: operation(v, { security: [{ shop: ['orders:read'] }] }) } },
      }),
    mended: set('/orders', 'post', [{ shop: ['orders:manage'] }]),
    preferred: false,
  },
  {
    name: 'the scope that writes, on an operation that inherits the one that reads',
    rule: 'write-with-read-scope',
    spec: (v) =>
      api(v, {
        schemes: { shop: oauth(v, ['read', 'write']) },
        security: [{ shop: ['read'] }],
        paths: { '/orders': { get: operation(v), post: operation(v) } },
      }),
    mended: set('/orders', 'post', [{ shop: ['write'] }]),
    preferred: true,
  },
  {
    name: 'a scope by the name of the path',
    rule: 'unused-scopes',
    spec: (v) =>
      api(v, {
        schemes: { shop: oauth(v, ['orders:read', 'orders:write', 'carts:write']) },
        paths: { '/orders': { post: operation(v, { security: [{ shop: [] }] }) } },
      }),
    mended: set('/orders', 'post', [{ shop: ['orders:write'] }]),
    preferred: true,
  },
  {
    name: 'a scope that the other changes of the same things ask for',
    rule: 'unused-scopes',
    spec: (v) =>
      api(v, {
        schemes: { shop: oauth(v, ['a', 'b', 'c']) },
        paths: {
          '/v1/orders': {
            post: operation(v, { security: [{ shop: [] }] }),
            put: operation(v, { security: [{ shop: ['b'] }] }),
          },
        },
      }),
    mended: set('/v1/orders', 'post', [{ shop: ['b'] }]),
    preferred: true,
  },
  {
    name: 'the only scope for administrators, beside what is asked for',
    rule: 'broken-function-level-authorization',
    spec: (v) =>
      api(v, {
        schemes: { shop: oauth(v, ['all', 'shop:admin']) },
        security: [{ shop: ['all'] }],
        paths: { '/admin/news': { get: operation(v) }, '/news': { get: operation(v) } },
      }),
    mended: set('/admin/news', 'get', [{ shop: ['all', 'shop:admin'] }]),
    preferred: true,
  },
  {
    name: 'the only scope for administrators, where somebody acts as somebody else',
    rule: 'impersonation',
    spec: (v) =>
      api(v, {
        schemes: { shop: oauth(v, ['all', 'shop:admin']) },
        paths: {
          '/notes': {
            get: operation(v, {
              security: [{ shop: ['all'] }],
              parameters: [
                v === '2.0'
                  ? { name: 'X-On-Behalf-Of', in: 'header', type: 'string' }
                  : { name: 'X-On-Behalf-Of', in: 'header', schema: { type: 'string' } },
              ],
            }),
          },
        },
      }),
    mended: set('/notes', 'get', [{ shop: ['all', 'shop:admin'] }]),
    preferred: true,
  },
  {
    name: 'the only scope for administrators, for the data of many',
    rule: 'bulk-export',
    spec: (v) =>
      api(v, {
        schemes: { shop: oauth(v, ['all', 'shop:admin']) },
        paths: { '/customers/export': { get: operation(v, { security: [{ shop: ['all'] }] }) } },
      }),
    mended: set('/customers/export', 'get', [{ shop: ['all', 'shop:admin'] }]),
    preferred: true,
  },
];

holdAll(CASES);

describe('a login', () => {
  it('is not made up where several schemes are declared and none is in use', () => {
    const text =
      'openapi: 3.1.0\ninfo: { title: A, version: "1" }\npaths:\n  /notes:\n    post: { responses: {} }\n' +
      'components:\n  securitySchemes:\n    a: { type: http, scheme: bearer }\n    b: { type: http, scheme: bearer }\n';
    expect(specFixesIn({ [URI]: text }, 'missing-authentication')).toEqual([]);
  });

  it('of the scope of those who read is not lent to those who write', () => {
    const text =
      'openapi: 3.1.0\ninfo: { title: A, version: "1" }\npaths:\n  /notes:\n    get: { security: [{ o: [read] }], responses: {} }\n    post: { responses: {} }\n' +
      'components:\n  securitySchemes:\n    o: { type: oauth2, flows: { clientCredentials: { tokenUrl: "https://a.example/t", scopes: { read: R, write: W } } } }\n';
    expect(specFixesIn({ [URI]: text }, 'missing-authentication')).toEqual([]);
  });

  it('is written into the file of a path item', () => {
    const text =
      'openapi: 3.1.0\ninfo: { title: A, version: "1" }\npaths:\n  /notes:\n    $ref: notes.yaml\n  /tips:\n    get: { security: [{ a: [] }], responses: {} }\ncomponents:\n  securitySchemes:\n    a: { type: http, scheme: bearer }\n';
    const item = 'file:///workspace/notes.yaml';
    const files = { [URI]: text, [item]: '{\n  "post": {\n    "responses": {}\n  }\n}\n' };
    const [fix] = specFixesIn(files, 'missing-authentication');
    expect(fix?.title).toBe('Require a on POST /notes in notes.yaml');
    expect(fix === undefined ? '' : applied(files, fix)[item]).toBe(
      '{\n  "post": {\n    "responses": {},\n    "security": [\n      {\n        "a": []\n      }\n    ]\n  }\n}\n',
    );
  });
});
