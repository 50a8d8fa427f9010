import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describe as read } from '../../server/src/core/openapi';
import type { Operation } from '../../server/src/core/openapi/types';
import { RULES, shownControl } from '../../server/src/core/rules';
import { openDocument } from '../../server/src/core/text';
import { findings } from './findings';

function operationIn(
  method: string,
  path: string,
  inside: string,
  responses = '{ "200": { description: A } }',
): Operation {
  const text = `openapi: 3.1.0
info: { title: T, version: "1" }
paths:
  ${path}:
    ${method}:
      ${inside}
      responses: ${responses}
components: { schemas: { Node: { properties: { parts: { type: array, items: { $ref: "#/components/schemas/Node" } } } } } }
`;
  const document = openDocument('file:///a.yaml', text);
  const [operation] = read({ get: () => document }, 'file:///a.yaml')?.operations ?? [];
  if (operation === undefined) throw new Error('There is no operation.');
  return operation;
}
const body = (properties: string) =>
  `requestBody: { content: { application/json: { schema: { properties: { ${properties} } } } } }`;
const whole = (schema: string) => `requestBody: { content: { application/json: { schema: ${schema} } } }`;
const query = (schema: string) => `parameters: [{ ${schema}, in: query }]`;
const answers = (properties: string, more = '') =>
  `{ "200": { description: A, content: { application/json: { schema: { properties: { ${properties} } } } } }${more} }`;
const TEXT = 'schema: { type: string }';

describe('controls of what is taken and answered', () => {
  it.each([
    ['bot-protection', 'yes', operationIn('post', '/a', body('captchaToken: { type: string }'))],
    ['bot-protection', 'unknown', operationIn('post', '/a', '')],
    ['password-policy', 'no', operationIn('post', '/register', body('password: { type: string, minLength: 4 }'))],
    ['password-policy', 'unknown', operationIn('post', '/register', body('password: { type: string }'))],
    ['secrets-out-of-urls', 'no', operationIn('get', '/a', query(`name: password, ${TEXT}`))],
    ['secrets-out-of-urls', 'yes', operationIn('get', '/a', query(`name: colour, ${TEXT}`))],
    ['output-filtering', 'no', operationIn('get', '/a', '', answers('passwordHash: { type: string }'))],
    ['output-filtering', 'unknown', operationIn('get', '/a', '', answers('colour: { type: string }'))],
    [
      'error-handling',
      'no',
      operationIn(
        'get',
        '/a',
        '',
        '{ "500": { description: A, content: { a/json: { schema: { properties: { stackTrace: { type: string } } } } } } }',
      ),
    ],
    [
      'error-handling',
      'yes',
      operationIn('get', '/a', '', '{ "500": { description: A, content: { application/problem+json: {} } } }'),
    ],
    ['error-handling', 'unknown', operationIn('get', '/a', '')],
    ['safe-methods', 'no', operationIn('get', '/a/delete', '')],
    ['safe-methods', 'yes', operationIn('delete', '/a', '')],
    [
      'origin-allow-list',
      'no',
      operationIn(
        'get',
        '/a',
        '',
        '{ "200": { description: A, headers: { Access-Control-Allow-Origin: { schema: { const: "*" } } } } }',
      ),
    ],
    [
      'origin-allow-list',
      'yes',
      operationIn(
        'get',
        '/a',
        '',
        '{ "200": { description: A, headers: { Access-Control-Allow-Origin: { schema: { const: "https://a.example" } } } } }',
      ),
    ],
    ['destination-allow-list', 'no', operationIn('get', '/a', query(`name: imageUrl, ${TEXT}`))],
    [
      'destination-allow-list',
      'yes',
      operationIn('get', '/a', query('name: imageUrl, schema: { type: string, pattern: "^https://a" }')),
    ],
    ['destination-allow-list', 'unknown', operationIn('get', '/a', '')],
    ['uniform-answers', 'no', operationIn('get', '/users/exists', query(`name: email, ${TEXT}`))],
    ['uniform-answers', 'unknown', operationIn('get', '/users', '')],
    ['file-type-check', 'no', operationIn('post', '/a', 'requestBody: { content: { application/octet-stream: {} } }')],
    ['file-type-check', 'unknown', operationIn('post', '/a', '')],
    ['depth-limit', 'no', operationIn('post', '/a', whole('{ $ref: "#/components/schemas/Node" }'))],
    ['depth-limit', 'yes', operationIn('post', '/a', body('colour: { type: string }'))],
    ['linear-patterns', 'no', operationIn('get', '/a', query('name: b, schema: { type: string, pattern: "^(a+)+$" }'))],
    ['linear-patterns', 'unknown', operationIn('get', '/a', query(`name: regex, ${TEXT}`))],
    ['api-inventory', 'no', operationIn('get', '/a', 'deprecated: true')],
    [
      'api-inventory',
      'yes',
      operationIn('get', '/a', 'deprecated: true', '{ "200": { description: A, headers: { Sunset: {} } } }'),
    ],
  ] as const)('%s is %s', (control, state, operation) => {
    const shown = shownControl(control, operation);
    expect(shown.state).toBe(state);
    expect(shown.text).toMatch(/^\S.*\.$/);
  });
});

describe('a version', () => {
  it('is missed where no address names one', () => {
    const said = (path: string) => shownControl('api-inventory', operationIn('get', path, '')).text;
    expect(said('/v2/a')).toBe('Nothing tells its last day.');
    expect(said('/a')).toBe('Nothing tells its last day, and no address names a version.');
  });
});

describe.each(RULES.map((rule) => [rule.id, rule] as const))('where %s fires', (id, rule) => {
  const page = readFileSync(new URL(`../../docs/rules/${id}.md`, import.meta.url), 'utf8');
  const flagged = page.split('## Flagged')[1]?.split('```yaml\n')[1]?.split('\n```')[0] ?? '';

  it('the description does not show every control that would clear it', () => {
    const found = findings(flagged).filter((one) => one.rule === id);
    expect(found).not.toEqual([]);
    for (const { operation } of found) {
      const states = rule.controls.map((control) => shownControl(control, operation).state);
      expect(states.every((state) => state === 'yes')).toBe(false);
    }
  });
});
