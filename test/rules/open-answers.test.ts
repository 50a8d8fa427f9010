import { expect, describe as group, it } from 'vitest';
import { findings } from './findings';

const said = (schema: string) =>
  findings(`openapi: 3.1.0
info: { title: T, version: "1" }
security: [{ login: [] }]
paths:
  /me:
    get:
      responses: { "200": { description: Fine, content: { application/json: { schema: ${schema} } } } }
components: { securitySchemes: { login: { type: http, scheme: bearer } } }
`)
    .filter(({ rule }) => rule === 'excessive-data-exposure')
    .map(({ evidence }) => [evidence.certainty, evidence.cause]);

group('answers that may hold anything', () => {
  it.each(['true', '{}', '{ type: string }'])('with protected data and additionalProperties: %s are a hint', (more) => {
    const expected = more === '{ type: string }' ? [] : [['silent', 'open answers']];
    expect(said(`{ properties: { email: { type: string } }, additionalProperties: ${more} }`)).toEqual(expected);
  });

  it.each([
    '{ properties: { email: { type: string } } }',
    '{ properties: { email: { type: string } }, additionalProperties: false }',
    '{ properties: { colour: { type: string } }, additionalProperties: true }',
    '{ properties: { email: { type: string, writeOnly: true } }, additionalProperties: true }',
    '{ type: object, additionalProperties: true }',
  ])('%s is left alone', (schema) => {
    expect(said(schema)).toEqual([]);
  });

  it('a secret in it counts before', () => {
    const [found] = said('{ properties: { passwordHash: { type: string } }, additionalProperties: true }');
    expect(found?.[0]).toBe('shown');
  });
});
