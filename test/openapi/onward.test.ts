import { describe, expect, it } from 'vitest';
import { operation, read, textAt } from './files';

const spec = (root: string, operation: string, response = '{ description: Fine }', more = '') => `openapi: 3.1.0
info: { title: T, version: "1" }
${root}
paths:
  /boats:
    ${more}
    get:
      ${operation}
      responses: { "200": ${response} }
`;
const boats = (...parts: Parameters<typeof spec>) => operation(read(spec(...parts)), 'GET /boats');

describe('links of a response', () => {
  const links = (written: string) => boats('', '', `{ description: Fine, links: { ${written} } }`).responses[0]?.links;

  it('are read with their target and with the server that stands for those of the target', () => {
    const [first, second, ...others] = links(
      'next: { operationId: getNext }, far: { operationRef: "./far.yaml#/paths/~1a/get", server: { url: "https://far.example" } }, x-a: {}',
    ) ?? [{ name: '', target: '' }];
    expect(others).toEqual([]);
    expect(first).toMatchObject({ name: 'next', target: 'getNext' });
    expect(first).not.toHaveProperty('server');
    expect(second).toMatchObject({ target: './far.yaml#/paths/~1a/get', server: { url: 'https://far.example' } });
    expect(textAt(second?.at)).toBe('far');
    expect(textAt(second?.server?.at)).toBe('https://far.example');
  });

  it('of components are followed', () => {
    const text = spec('', '', '{ description: Fine, links: { next: { $ref: "#/components/links/Next" } } }');
    const api = read(`${text}components:\n  links:\n    Next: { operationId: getNext }\n`);
    expect(api.operations[0]?.responses[0]?.links).toMatchObject([{ name: 'next', target: 'getNext' }]);
  });

  it.each(['', 'x-only: {}', 'text: none'])('{ %s } are none', (written) => {
    expect(links(written)).toBeUndefined();
  });
});

describe('where a gateway passes calls on to', () => {
  it.each([
    ['x-amazon-apigateway-integration: { type: http, uri: "http://a.example/b" }', 'http://a.example/b', false],
    [
      'x-amazon-apigateway-integration: { uri: "https://a.example", tlsConfig: { insecureSkipVerification: true } }',
      'https://a.example',
      true,
    ],
    ['x-google-backend: { address: "http://a.example" }', 'http://a.example', false],
    ['x-kong-service-defaults: { url: "https://a.example", tls_verify: false }', 'https://a.example', true],
    ['x-kong-service-defaults: { protocol: http, host: a.example }', 'http://a.example', false],
  ])('%s', (written, url, unverified) => {
    for (const found of [boats('', written), boats('', '', undefined, written), boats(written, '')]) {
      expect(found.backend).toMatchObject({ url, unverified });
      expect(textAt(found.backend?.at)).toMatch(/^x-/);
    }
  });

  it.each([
    'x-amazon-apigateway-integration: { type: mock }',
    'x-amazon-apigateway-integration: { connectionType: VPC_LINK, uri: "http://a.example" }',
    'x-google-backend: { deadline: 5.0 }',
    'x-kong-service-defaults: { retries: 2 }',
    'x-kong-service-defaults: soon',
  ])('%s does not say', (written) => {
    expect(boats('', written).backend).toBeUndefined();
  });

  it('the operation counts before the root', () => {
    const both = boats(
      'x-google-backend: { address: "http://a.example" }',
      'x-google-backend: { address: "https://b.example" }',
    );
    expect(both.backend?.url).toBe('https://b.example');
  });
});

describe('how long calls may take', () => {
  it.each([
    'x-amazon-apigateway-integration: { type: http, timeoutInMillis: 5000 }',
    'x-google-backend: { address: "https://a.example", deadline: 5.0 }',
    'x-kong-service-defaults: { read_timeout: 10000 }',
    'x-timeout: 5s',
    'x-request-timeout: { seconds: 5 }',
  ])('%s says so', (written) => {
    expect(textAt(boats('', written).gateway?.time)).toBe(written.slice(0, written.indexOf(':')));
    expect(boats(written, '').gateway?.time).toBeDefined();
  });

  it.each([
    'x-amazon-apigateway-integration: { type: http }',
    'x-google-backend: { address: "https://a.example" }',
    'x-kong-service-defaults: { read_timeout: 0 }',
    'x-timeout: none',
    'x-timeout-errors: a',
  ])('%s does not', (written) => {
    expect(boats('', written).gateway?.time).toBeUndefined();
  });
});

describe('what is marked as internal', () => {
  it('is told by the operation before its path', () => {
    expect(textAt(boats('', 'x-internal: true').internal)).toBe('x-internal');
    expect(boats('', '', undefined, 'x-internal: true').internal).toBeDefined();
    expect(boats('', 'x-internal: false', undefined, 'x-internal: true').internal).toBeUndefined();
    expect(boats('', 'x-internals: true').internal).toBeUndefined();
  });
});
