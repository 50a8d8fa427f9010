import { expect, it } from 'vitest';
import { analyse, Workspace } from '../../server/src/core';
import { openDocument } from '../../server/src/core/text';
import { read, textAt } from './files';

const served = (servers: string) => `openapi: 3.1.0\nservers: ${servers}\npaths: {}\n`;

it('fills in the defaults of variables', () => {
  const { servers } = read(
    served(`
  - url: 'https://{env}.example.com:{port}/{base}'
    variables:
      env: { enum: [api, staging], default: api }
      port: { default: 8443 }
      base: { default: v2 }`),
  );
  expect(servers.map(({ url, at }) => [url, textAt(at)])).toEqual([
    ['https://api.example.com:8443/v2', 'https://{env}.example.com:{port}/{base}'],
  ]);
});

it.each([
  ["[{ url: 'https://{env}.example.com' }]", 'https://{env}.example.com'],
  ["[{ url: 'https://{env}.example.com', variables: { other: { default: a } } }]", 'https://{env}.example.com'],
  ["[{ url: 'https://{env}.example.com', variables: { env: {} } }]", 'https://{env}.example.com'],
  ["[{ url: 'https://{env}.example.com', variables: { env: { default: [a] } } }]", 'https://{env}.example.com'],
  ["[{ url: 'https://{env}.example.com', variables: [env] }]", 'https://{env}.example.com'],
  ["[{ url: 'https://{env}.example.com', variables: { env: { default: '' } } }]", 'https://.example.com'],
  ["[{ url: '{a}{b}/{', variables: { a: { default: '{b}' }, b: { default: 'x$&' } } }]", '{b}x$&/{'],
  ["[{ url: '{__proto__}{toString}/', variables: {} }]", '{__proto__}{toString}/'],
  ["[{ url: '/{base}', variables: { base: { default: v1 } } }]", '/v1'],
])('%s is %s', (servers, url) => {
  const { problems, servers: found } = read(served(servers));
  expect(found.map((server) => server.url)).toEqual([url]);
  expect(problems).toEqual([]);
});

it.each([
  ["{ url: 'https://{shop}.example.com' }", { name: 'shop', default: '' }],
  [
    "{ url: 'https://{shop}', variables: { shop: { default: a.example.com } } }",
    { name: 'shop', default: 'a.example.com' },
  ],
  ["{ url: '{scheme}://{shop}.example.com:{port}/' }", { name: 'shop', default: '' }],
  ["{ url: '//{shop}.example.com' }", { name: 'shop', default: '' }],
  ["{ url: 'https://{shop}.example.com', variables: { shop: { default: a, enum: [a, b] } } }", undefined],
  ["{ url: 'https://api.{shop}.example.com' }", undefined],
  ["{ url: 'https://example.com/{shop}' }", undefined],
  ["{ url: '/{shop}' }", undefined],
])('%s begins its host with %o', (server, variable) => {
  expect(read(served(`[${server}]`)).servers[0]?.hostVariable).toEqual(variable);
});

it('lets who reads hosts see what is called by default', () => {
  const host = (name: string) => `[{ url: 'https://{host}/v1', variables: { host: { default: ${name} } } }]`;
  const exposed = [host('db.internal'), host('api.example.com')].map((servers) => {
    const text = `${served(servers).replace('paths: {}', 'paths: { /a: { get: { responses: {} } } }')}`;
    const workspace = Workspace.empty.with(openDocument('file:///api/openapi.yaml', text));
    return analyse(workspace, { today: '2026-01-01' }).apis[0]?.exposure;
  });
  expect(exposed).toEqual(['internal', 'internet']);
});
