import { expect, describe as group, it } from 'vitest';
import { describe as read } from '../../server/src/core/openapi';
import type { ApiDescription } from '../../server/src/core/openapi/types';
import { shownControl, traitsKey } from '../../server/src/core/rules';
import { changeDocument, openDocument, type SourceDocument } from '../../server/src/core/text';
import { findings } from './findings';

const spec = (root: string, operation: string, scheme = '{ type: http, scheme: bearer }') => `openapi: 3.0.3
info: { title: T, version: "1" }
${root}
paths:
  /export:
    post:
      ${operation}
      responses: { "200": { description: Fine } }
components: { securitySchemes: { login: ${scheme} } }
`;

const rules = (root: string, operation = 'summary: Fine', scheme?: string) =>
  findings(spec(root, operation, scheme)).map(({ rule }) => rule);

function description(text: string): ApiDescription {
  const document = openDocument('file:///a.yaml', text);
  const found = read({ get: () => document }, 'file:///a.yaml');
  if (found === null) throw new Error('The text is no OpenAPI description.');
  return found;
}

const LOGIN = 'security: [{ login: [] }]';
const LIMIT = 'missing-rate-limit';
const OPEN = 'missing-authentication';

group('limits of a gateway', () => {
  it.each([
    'x-ratelimit: { requests: 10 }',
    'x-rate-limit: 100/min',
    'x-rateLimiting: { perMinute: 5 }',
    'x-throttling-tier: Gold',
    'x-kong-plugin-rate-limiting: { config: { minute: 5 } }',
    'x-kong-plugin-rate-limiting-advanced: {}',
    'x-google-quota: { metricCosts: { reads: 1 } }',
    'x-amazon-apigateway-throttling: { burst: 5 }',
  ])('%s on the operation or at the root is a limit', (setting) => {
    expect(rules(LOGIN)).toContain(LIMIT);
    expect(rules(LOGIN, setting)).not.toContain(LIMIT);
    expect(rules(`${LOGIN}\n${setting}`)).not.toContain(LIMIT);
  });

  it.each([
    'x-rate-limit: false',
    'x-rate-limit: unlimited',
    'x-rate-limit:',
    'x-kong-plugin-rate-limiting: { enabled: false }',
    'x-ratelimit-exempt: true',
    'x-kong-plugin-cors: {}',
    'x-exchange-rate: 5',
  ])('%s is none', (setting) => {
    expect(rules(LOGIN, setting)).toContain(LIMIT);
  });

  it('Google’s management counts where it sets quotas', () => {
    expect(rules(`${LOGIN}\nx-google-management: { metrics: [] }`)).toContain(LIMIT);
    expect(rules(`${LOGIN}\nx-google-management: { quota: { limits: [] } }`)).not.toContain(LIMIT);
  });

  it('of a path hold for its operations', () => {
    const text = spec(LOGIN, 'summary: Fine').replace('    post:', '    x-rate-limit: 5\n    post:');
    expect(findings(text).map(({ rule }) => rule)).not.toContain(LIMIT);
  });
});

group('logins of a gateway', () => {
  it.each([
    'x-kong-plugin-key-auth: {}',
    'x-kong-plugin-openid-connect: { config: {} }',
    'x-amazon-apigateway-auth: { type: AWS_IAM }',
  ])('%s asks who calls', (setting) => {
    expect(rules('')).toContain(OPEN);
    expect(rules('', setting)).not.toContain(OPEN);
    expect(rules(setting)).not.toContain(OPEN);
  });

  it.each(['x-amazon-apigateway-auth: { type: NONE }', 'x-kong-plugin-key-auth: { enabled: false }'])(
    '%s asks nobody',
    (setting) => {
      expect(rules('', setting)).toContain(OPEN);
    },
  );

  it('an operation that lets everyone in speaks against the root', () => {
    expect(rules('x-kong-plugin-jwt: {}', 'security: []')).toContain(OPEN);
  });

  it.each(['x-amazon-apigateway-authorizer: { type: token }', 'x-amazon-apigateway-authtype: awsSigv4'])(
    'a key with %s names more than an application',
    (check) => {
      const key = 'type: apiKey, name: X-Api-Key, in: header';
      expect(rules(LOGIN, 'summary: Fine', `{ ${key} }`)).toContain('shared-credential');
      expect(rules(LOGIN, 'summary: Fine', `{ ${key}, ${check} }`)).not.toContain('shared-credential');
    },
  );

  it('the flow that Google asks to be written is none', () => {
    const flow = (url: string) =>
      `{ type: oauth2, flows: { implicit: { authorizationUrl: "${url}", scopes: {} } }, x-google-issuer: a }`;
    const WEAK = 'weak-authentication-scheme';
    expect(rules(LOGIN, 'summary: Fine', flow(''))).not.toContain(WEAK);
    expect(rules(LOGIN, 'summary: Fine', flow('https://a.example'))).toContain(WEAK);
  });
});

group('what a gateway shows', () => {
  it('answers for its controls, with the place', () => {
    const text = spec('', 'x-rate-limit: 5\n      x-kong-plugin-request-size-limiting: {}');
    const [operation] = description(text).operations;
    if (operation === undefined) throw new Error('There is no operation.');
    for (const control of ['rate-limiting', 'upload-limit']) {
      const { state, at } = shownControl(control, operation);
      expect(state).toBe('yes');
      expect(at?.block.text.slice(at.start, at.end)).toMatch(/^x-/);
    }
  });

  it('at the root reaches operations that nobody edited', () => {
    const uri = 'file:///edited.yaml';
    const limit = (document: SourceDocument) => read({ get: () => document }, uri)?.operations[0]?.gateway?.limit;
    const before = openDocument(uri, spec('x-rate-limit: 5', 'summary: Fine'));
    expect(limit(before)).toBeDefined();
    const line = 2;
    const from = { line, character: 'x-rate-limit: '.length };
    const to = (length: number) => ({ line, character: from.character + length });
    const off = changeDocument(before, [{ range: { start: from, end: to(1) }, text: 'false' }]);
    expect(limit(off)).toBeUndefined();
    const on = changeDocument(off, [{ range: { start: from, end: to(5) }, text: '7' }]);
    expect(limit(on)).toBeDefined();
    const gone = changeDocument(on, [
      { range: { start: { line, character: 0 }, end: { line: 3, character: 0 } }, text: '' },
    ]);
    expect(limit(gone)).toBeUndefined();
  });

  it('at the root is a trait of the whole', () => {
    const plain = traitsKey(description(spec(LOGIN, 'summary: Fine')));
    expect(traitsKey(description(spec(`${LOGIN}\nx-kong-plugin-jwt: {}`, 'summary: Fine')))).not.toBe(plain);
  });
});
