import { expect, describe as group, it } from 'vitest';
import { findings } from './findings';

const RULE = 'unlisted-properties';

const found = (body: string, answer: string, method = 'patch') =>
  findings(`openapi: 3.1.0
info: { title: T, version: "1" }
security: [{ login: [] }]
paths:
  /me:
    ${method}:
      requestBody: { content: { application/json: { schema: ${body} } } }
      responses: { "200": { description: Fine, content: { application/json: { schema: ${answer} } } } }
components:
  securitySchemes: { login: { type: http, scheme: bearer } }
  schemas:
    Change: { type: object, properties: { name: { type: string } } }
    Open: { allOf: [{ $ref: "#/components/schemas/Change" }, { additionalProperties: {} }] }
`).filter(({ rule }) => rule === RULE);

const NAME = 'name: { type: string }';
const USER = `{ properties: { ${NAME}, role: { type: string } } }`;
const open = (value: string) => `{ type: object, properties: { ${NAME} }, additionalProperties: ${value} }`;

group(RULE, () => {
  it.each([open('true'), open('{}'), '{ $ref: "#/components/schemas/Open" }'])('%s is shown', (body) => {
    expect(found(body, USER).map(({ evidence }) => evidence.certainty)).toEqual(['shown']);
  });

  it('an object that lists nothing is silent', () => {
    expect(found('{ type: object }', USER).map(({ evidence }) => evidence.certainty)).toEqual(['silent']);
  });

  it.each([
    open('false'),
    open('{ type: string }'),
    '{ type: object, additionalProperties: false }',
    '{ $ref: "#/components/schemas/Change" }',
  ])('%s is left alone', (body) => {
    expect(found(body, USER)).toEqual([]);
  });

  it('what the server alone decides counts, at the top of the same object', () => {
    const stored = (more: string) => `{ properties: { ${NAME}, ${more} } }`;
    expect(found(open('true'), stored('owner: { type: string, readOnly: true }'))).toHaveLength(1);
    expect(found(open('true'), stored('app: { properties: { role: { type: string } } }'), 'post')).toEqual([]);
    expect(found(open('true'), '{ properties: { ticket: { type: string, readOnly: true } } }', 'post')).toEqual([]);
  });

  it('a record that is changed is made of what it takes, whatever is answered', () => {
    expect(found(open('true'), '{ type: object }')).toHaveLength(1);
    expect(found(open('true'), '{ type: object }', 'post')).toEqual([]);
    expect(found('{ type: object, additionalProperties: true }', '{ type: object }')).toEqual([]);
  });

  it('what only asks is left alone', () => {
    expect(found(open('true'), USER, 'get')).toEqual([]);
  });
});
