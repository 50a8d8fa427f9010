import { expect, describe as group, it } from 'vitest';
import { findings } from './findings';

const spec = (path: string, operation: string, responses = '{ "200": { description: Fine } }') => `openapi: 3.1.0
info: { title: T, version: "1" }
security: [{ login: [] }]
paths:
  ${path}:
    get:
      ${operation}
      responses: ${responses}
components: { securitySchemes: { login: { type: http, scheme: bearer } } }
`;
const of = (rule: string, text: string) =>
  findings(text)
    .filter((found) => found.rule === rule)
    .map(({ evidence }) => evidence.message);

group('unprotected-way-on', () => {
  const RULE = 'unprotected-way-on';
  const backend = (setting: string) => of(RULE, spec('/boats', setting));
  const calls = (address: string) =>
    of(
      RULE,
      spec('/boats', `callbacks: { sold: { "${address}": { post: { responses: { "204": { description: A } } } } } }`),
    );
  const links = (server: string) =>
    of(
      RULE,
      spec('/boats', '', `{ "200": { description: A, links: { far: { operationId: b, server: ${server} } } } }`),
    );

  it.each([
    ['x-google-backend: { address: "http://boats.example.net/v1" }', 'on to http://boats.example.net/v1, without'],
    [
      'x-kong-service-defaults: { url: "https://boats.example.net", tls_verify: false }',
      'whose certificate nobody checks',
    ],
    ['x-kong-service-defaults: { protocol: http, host: boats.example.net }', 'on to http://boats.example.net, without'],
  ])('%s', (setting, said) => {
    expect(backend(setting)).toEqual([expect.stringContaining(`GET /boats is passed on`)]);
    expect(backend(setting)[0]).toContain(said);
  });

  it.each([
    'x-google-backend: { address: "https://boats.example.net" }',
    'x-google-backend: { address: "http://boats.internal" }',
    'x-google-backend: { address: "http://10.1.2.3:80" }',
    'x-google-backend: { address: "http://boats:8080" }',
    'x-google-backend: { address: "http://localhost:8080" }',
    'x-amazon-apigateway-integration: { type: http, uri: "http://{stage}.example.net/a" }',
    'x-amazon-apigateway-integration: { type: http, connectionType: VPC_LINK, uri: "http://boats.example.net" }',
  ])('%s is left alone', (setting) => {
    expect(backend(setting)).toEqual([]);
  });

  it('a callback with an address of its own is asked, one with an expression is not', () => {
    expect(calls('http://partner.example/sold')).toEqual([
      'callback sold goes on to http://partner.example/sold, without encryption',
    ]);
    expect(calls('https://partner.example/sold')).toEqual([]);
    expect(calls('{$request.body#/hook}')).toEqual([]);
  });

  it('a link to a server in the clear is shown at the server', () => {
    expect(links('{ url: "http://far.example" }')).toEqual([
      'GET /boats leads its callers on to http://far.example, without encryption',
    ]);
    expect(links('{ url: "https://far.example" }')).toEqual([]);
  });

  it('a backend of the whole API is one cause', () => {
    const text = spec('/boats', 'summary: A').replace(
      'security:',
      'x-google-backend: { address: "http://boats.example.net" }\nsecurity:',
    );
    const both = text.replace('paths:', 'paths:\n  /crews: { get: { responses: { "200": { description: A } } } }');
    const causes = findings(both).filter(({ rule }) => rule === RULE);
    expect(causes.map(({ evidence }) => evidence.cause)).toEqual(Array(2).fill('onward http://boats.example.net'));
    expect(causes[0]?.evidence.causeMessage?.(2)).toBe(
      '2 operations are passed on to http://boats.example.net, without encryption',
    );
  });
});

group('secret-sent-out', () => {
  const sends = (properties: string) =>
    of(
      'secret-sent-out',
      `openapi: 3.1.0
info: { title: T, version: "1" }
webhooks:
  joined:
    post:
      requestBody: { content: { application/json: { schema: { type: object, properties: { ${properties} } } } } }
      responses: { "204": { description: Taken } }
`,
    );

  it.each(['passwordHash', 'client_secret', 'cardNumber', 'ssn', 'accessToken'])('%s is one', (name) => {
    expect(sends(`${name}: { type: string }`)).toEqual([`webhook joined sends ${name} to somebody else`]);
  });

  it.each(['email', 'token_url', 'last4', 'passwordChangedAt', 'id'])('%s is none', (name) => {
    expect(sends(`${name}: { type: string }`)).toEqual([]);
  });

  it('what callers send us is another matter', () => {
    const body =
      'requestBody: { content: { application/json: { schema: { properties: { ssn: { type: string } } } } } }';
    expect(of('secret-sent-out', spec('/boats', body))).toEqual([]);
  });
});

group('undocumented-routes', () => {
  const RULE = 'undocumented-routes';

  it.each(['/{proxy+}', '/files/{path=**}', '/{rest:.*}', '/a/{*rest}', '/a/**'])('%s stands for many', (path) => {
    expect(of(RULE, spec(path, ''))).toEqual([
      `GET ${path} passes on every route below, and no description says which there are`,
    ]);
  });

  it('a gateway that passes on what is not listed is told once', () => {
    const text = (allow: string) => spec('/boats', '').replace('security:', `x-google-allow: ${allow}\nsecurity:`);
    const [found, ...others] = findings(text('all')).filter(({ rule }) => rule === RULE);
    expect(others).toEqual([]);
    expect(found?.evidence).toMatchObject({ cause: 'unlisted routes', certainty: 'shown' });
    expect(found?.evidence.causeMessage?.(3)).toBe(
      'Beside 3 operations the gateway passes on routes that no description lists',
    );
    expect(of(RULE, text('configured'))).toEqual([]);
  });

  it.each(['/boats/{id}', '/boats/{a}+{b}', '/boats/{id:[0-9]+}', '/{proxy+}/crew', '/'])(
    '%s stands for one',
    (path) => {
      expect(of(RULE, spec(path, ''))).toEqual([]);
    },
  );
});
