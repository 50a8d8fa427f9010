import { expect, describe as group, it } from 'vitest';
import { findings } from './findings';

const RULE = 'recursive-input';

const found = (schemas: string, method = 'post') =>
  findings(`openapi: 3.0.3
info: { title: T, version: "1" }
paths:
  /notes:
    ${method}:
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Note" } } } }
      responses: { "200": { description: Fine } }
components:
  schemas:
    Note: { type: object, properties: { text: { type: string }, ${schemas} } }
    Part: { type: object, properties: { note: { $ref: "#/components/schemas/Note" } } }
`)
    .filter(({ rule }) => rule === RULE)
    .map(({ evidence }) => evidence.part);

const SELF = '$ref: "#/components/schemas/Note"';

group(RULE, () => {
  it.each([
    [`replies: { type: array, items: { ${SELF} } }`, 'body.replies'],
    [`reply: { ${SELF} }`, 'body.reply'],
    [`reply: { allOf: [{ ${SELF} }] }`, 'body.reply'],
    [`byName: { type: object, additionalProperties: { ${SELF} } }`, 'body.byName'],
    ['part: { $ref: "#/components/schemas/Part" }', 'body.part.note'],
  ])('%s leads back', (schemas, part) => {
    expect(found(schemas)).toEqual([part]);
  });

  it.each([
    `replies: { type: array, maxItems: 5, items: { ${SELF} } }`,
    `replies: { readOnly: true, type: array, items: { ${SELF} } }`,
    'replies: { type: array, items: { type: string } }',
  ])('%s does not', (schemas) => {
    expect(found(schemas)).toEqual([]);
  });

  it('what it only answers with does not count', () => {
    const text = `openapi: 3.0.3
info: { title: T, version: "1" }
paths:
  /notes:
    get: { responses: { "200": { description: Fine, content: { application/json: { schema: { $ref: "#/components/schemas/N" } } } } } }
components: { schemas: { N: { type: object, properties: { n: { $ref: "#/components/schemas/N" } } } } }
`;
    expect(findings(text).filter(({ rule }) => rule === RULE)).toEqual([]);
  });
});
