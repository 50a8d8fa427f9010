import { describe, expect, it } from 'vitest';
import { Files, operation, read, textAt } from './files';

const root = (version: string, rest: string) => `openapi: ${version}\ninfo: { title: Pets, version: '7' }\n${rest}`;

describe('versions', () => {
  it.each([
    ['openapi: 3.0.3', '3.0'],
    ['openapi: "3.1.0"', '3.1'],
    ['openapi: 3.2.0', '3.2'],
    ['openapi: 3.9.0', '3.2'],
    ['swagger: "2.0"', '2.0'],
    ['{"openapi": "3.1.1", "paths": {}}', '3.1'],
  ])('%s is %s', (text, version) => {
    expect(read(`${text}\n`).version).toBe(version);
  });

  it.each(['openapi: {{ .Values.version }}', 'openapi: true', 'swagger: 1.2', 'stridewise: 1', '', '- openapi: 3.0.0'])(
    '%s is no description',
    (text) => {
      expect(new Files({ 'a.yaml': `${text}\n` }).describeOrNull('a.yaml')).toBeNull();
    },
  );

  it('reads the head of a document', () => {
    const api = read(root('3.1.0', 'servers:\n  - url: https://a.example\n    description: live\npaths: {}\n'));
    expect([api.title, api.apiVersion, textAt(api.at)]).toEqual(['Pets', '7', 'openapi']);
    expect(api.servers).toMatchObject([{ url: 'https://a.example', description: 'live' }]);
  });
});

describe('2.0', () => {
  const api = read(`swagger: "2.0"
info: { title: Old, version: '1' }
host: api.example
basePath: /v1
schemes: [https, http]
consumes: [application/json]
produces: [application/json]
securityDefinitions:
  basic: { type: basic }
  login: { type: oauth2, flow: accessCode, tokenUrl: https://t, authorizationUrl: https://a, scopes: { read: r, write: w } }
security:
  - basic: []
paths:
  /pets:
    post:
      operationId: addPet
      schemes: [http]
      parameters:
        - { in: body, name: pet, schema: { $ref: '#/definitions/Pet' } }
        - { in: query, name: limit, type: integer, maximum: 10 }
      responses:
        '200': { description: ok, schema: { type: array, items: { $ref: '#/definitions/Pet' } } }
  /upload:
    post:
      consumes: [multipart/form-data]
      parameters:
        - { in: formData, name: file, type: file }
        - { in: formData, name: email, type: string }
      responses: {}
definitions:
  Pet:
    properties:
      name: { type: string, maxLength: 5 }
`);

  it('makes servers of host, basePath and schemes', () => {
    expect(api.servers.map(({ url }) => url)).toEqual(['https://api.example/v1', 'http://api.example/v1']);
    expect(operation(api, 'POST /pets').servers.map(({ url }) => url)).toEqual(['http://api.example/v1']);
  });

  it('reads schemes by their later names', () => {
    expect(api.schemes.get('basic')).toMatchObject({ type: 'http', scheme: 'basic' });
    expect(api.schemes.get('login')?.flows).toMatchObject([{ kind: 'authorizationCode', scopes: ['read', 'write'] }]);
  });

  it('reads the body parameter as the request', () => {
    const { request, parameters, responses } = operation(api, 'POST /pets');
    expect(parameters).toMatchObject([{ name: 'limit', in: 'query', type: 'integer', bounds: { maximum: 10 } }]);
    expect(request).toMatchObject({ mediaTypes: ['application/json'], schemas: ['Pet'], isList: false });
    expect(request?.properties).toMatchObject([{ name: 'name', schema: 'Pet', bounds: { maxLength: 5 } }]);
    expect(responses[0]).toMatchObject({ status: '200', payload: { isList: true, listBounded: false } });
  });

  it('reads form fields as properties', () => {
    const { request } = operation(api, 'POST /upload');
    expect(request).toMatchObject({ mediaTypes: ['multipart/form-data'], isBinary: true });
    expect(request?.properties.map(({ path, dataClass }) => [path, dataClass])).toEqual([
      ['file', null],
      ['email', 'personal'],
    ]);
  });
});

describe('3.x', () => {
  it('knows QUERY, methods of ones own and querystring from 3.2 on', () => {
    const paths = `paths:
  /pets:
    query:
      parameters:
        - { in: querystring, name: q, content: { application/json: { schema: { type: string, maxLength: 9 } } } }
      responses: {}
    additionalOperations:
      COPY: { responses: {} }
`;
    const api = read(root('3.2.0', paths));
    expect(api.operations.map(({ method }) => method)).toEqual(['QUERY', 'COPY']);
    expect(api.operations[0]?.parameters).toMatchObject([{ in: 'querystring', bounds: { maxLength: 9 } }]);
    expect(read(root('3.1.0', paths)).operations).toEqual([]);
  });

  it('reads the device flow', () => {
    const api = read(
      root(
        '3.2.0',
        `components:
  securitySchemes:
    tv: { type: oauth2, flows: { deviceAuthorization: { deviceAuthorizationUrl: https://d, tokenUrl: https://t, scopes: {} } } }
`,
      ),
    );
    expect(api.schemes.get('tv')?.flows).toMatchObject([
      { kind: 'deviceAuthorization', authorizationUrl: 'https://d' },
    ]);
  });

  it('reads webhooks and callbacks', () => {
    const api = read(
      root(
        '3.1.0',
        `webhooks:
  shipped:
    post: { responses: {} }
paths:
  /a:
    post:
      responses: {}
      callbacks:
        paid:
          '{$request.body#/url}':
            post: { operationId: cb, responses: {} }
`,
      ),
    );
    expect(api.operations.map(({ kind, path, name }) => [kind, path, name])).toEqual([
      ['operation', '/a', ''],
      ['callback', '{$request.body#/url}', 'paid'],
      ['webhook', 'shipped', 'shipped'],
    ]);
  });

  it('reads what a gateway takes by any other method', () => {
    const any =
      'x-amazon-apigateway-any-method: { operationId: rest, parameters: [{ name: q, in: query }], responses: {} }';
    const [first, second] = read(
      root('3.0.1', `paths:\n  /a/{proxy+}:\n    get: { responses: {} }\n    ${any}\n`),
    ).operations;
    expect(first).toMatchObject({ method: 'GET' });
    expect(second).toMatchObject({ method: 'ANY', kind: 'operation', path: '/a/{proxy+}', operationId: 'rest' });
    expect(second?.parameters.map(({ name }) => name)).toEqual(['q']);
    expect(textAt(second?.at)).toBe('x-amazon-apigateway-any-method');
  });

  it('reads 3.1 types and pointers into the schema', () => {
    const api = read(
      root(
        '3.1.0',
        `paths:
  /a:
    get:
      deprecated: true
      x-internal: true
      tags: [one]
      responses:
        '200':
          description: ok
          headers: { RateLimit: {} }
          content:
            application/json:
              schema:
                type: [object, 'null']
                properties:
                  when: { type: ['null', string], format: date, readOnly: true, enum: [a] }
                  secret: { type: string, writeOnly: true, pattern: x }
`,
      ),
    );
    const [one] = api.operations;
    expect(one).toMatchObject({ deprecated: true, extensions: ['x-internal'], tags: ['one'] });
    expect(one?.responses[0]).toMatchObject({ headers: ['RateLimit'] });
    expect(one?.responses[0]?.payload?.properties).toMatchObject([
      { path: 'when', type: 'string', format: 'date', readOnly: true, bounds: { hasEnum: true } },
      { path: 'secret', writeOnly: true, dataClass: 'credentials', bounds: { hasPattern: true } },
    ]);
  });

  it('reads JSON as YAML', () => {
    const yaml = read(root('3.0.0', 'paths:\n  /a:\n    get:\n      operationId: x\n      responses: {}\n'));
    const json = read(
      '{"openapi":"3.0.0","info":{"title":"Pets","version":"7"},"paths":{"/a":{"get":{"operationId":"x","responses":{}}}}}',
    );
    expect(json.operations.map(({ operationId, path }) => [operationId, path])).toEqual(
      yaml.operations.map(({ operationId, path }) => [operationId, path]),
    );
    expect(textAt(json.operations[0]?.at)).toMatch(/get/);
  });
});
