import { describe, expect, it } from 'vitest';
import { describe as read } from '../../server/src/core/openapi';
import { dataClassOf } from '../../server/src/core/openapi/data-classes';
import { openDocument } from '../../server/src/core/text';

const URI = 'file:///openapi.yaml';

function classes(property: string, parameter = '{ name: page, in: query, schema: { type: integer } }') {
  const text = `openapi: 3.0.3
info: { title: T, version: "1" }
paths:
  /things:
    post:
      parameters: [${parameter}]
      requestBody: { content: { application/json: { schema: { type: object, properties: { ${property} } } } } }
      responses: { "200": { description: Fine } }
components: { schemas: { Mark: { type: string, x-data-classification: health }, Plain: { type: string } } }
`;
  const document = openDocument(URI, text);
  const [operation] = read({ get: (uri) => (uri === URI ? document : undefined) }, URI)?.operations ?? [];
  return [operation?.request?.properties[0]?.dataClass, operation?.parameters[0]?.dataClass];
}

describe('classes that extensions declare', () => {
  it.each([
    ['tag: { type: string, x-pii: true }', 'personal'],
    ['tag: { type: string, x-pii: email }', 'personal'],
    ['tag: { type: boolean, x-phi: true }', 'health'],
    ['tag: { type: string, x-sensitive: true }', 'confidential'],
    ['tag: { type: string, x-sensitive: credentials }', 'credentials'],
    ['email: { type: string, x-sensitive: true }', 'personal'],
    ['tag: { type: string, x-data-classification: PII }', 'personal'],
    ['tag: { type: string, x-data-classification: Highly Confidential }', 'confidential'],
    ['tag: { type: string, x-data-classification: [internal-id, PCI] }', 'payment'],
    ['tag: { type: string, x-data-classification: non-public }', 'confidential'],
    ['tag: { type: string, x-data-class: { level: restricted, owner: team } }', 'confidential'],
    ['tag: { allOf: [{ $ref: "#/components/schemas/Mark" }] }', 'health'],
    ['tag: { $ref: "#/components/schemas/Mark" }', 'health'],
  ])('%s is %s', (property, expected) => {
    const [found] = classes(property);
    expect(found).toBe(expected);
  });

  it.each([
    'email: { type: string, x-pii: false }',
    'email: { type: string, x-data-classification: public }',
    'email: { type: string, x-sensitivity: none }',
    'tag: { type: string, x-data-classification: blue }',
    'tag: { type: string, x-pii-note: read me }',
    'tag: { $ref: "#/components/schemas/Plain" }',
  ])('%s needs no protection', (property) => {
    expect(classes(property)[0]).toBeNull();
  });

  it('counts on a parameter and on its schema', () => {
    const parameter = (more: string, schema = '') => `{ name: q, in: query, ${more}schema: { type: string${schema} } }`;
    expect(classes('a: {}', parameter('x-pii: true, '))[1]).toBe('personal');
    expect(classes('a: {}', parameter('', ', x-phi: true'))[1]).toBe('health');
    expect(classes('a: {}', parameter(''))[1]).toBeNull();
  });
});

describe('what a business keeps to itself', () => {
  it.each(['costPrice', 'gross_margin', 'internalNotes', 'einkaufspreis', 'fraudScore'])('%s', (name) => {
    expect(dataClassOf(name, { type: 'string', format: '', ofPerson: false })).toBe('confidential');
  });

  it.each(['price', 'note', 'margin', 'score', 'revenue', 'internal'])('%s is not of that kind', (name) => {
    expect(dataClassOf(name, { type: 'string', format: '', ofPerson: false })).toBeNull();
  });
});
