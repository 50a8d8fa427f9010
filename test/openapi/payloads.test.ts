import { describe, expect, it } from 'vitest';
import type { Payload } from '../../server/src/core/openapi/types';
import { read } from './files';

const COMPONENTS = `components:
  schemas:
    A: { properties: { b: { $ref: '#/components/schemas/B' } } }
    B: { properties: { c: { $ref: '#/components/schemas/C' } } }
    C: { type: object, properties: { d: { $ref: '#/components/schemas/D' }, size: { type: integer, maximum: 5 } } }
    D: { type: string, maxLength: 4 }
    Deep: { properties: { a: { $ref: '#/components/schemas/A' } } }
    User: { properties: { name: { type: string } } }
`;

function payload(schema: string, mediaType = 'application/json'): Payload {
  const api = read(`openapi: 3.1.0
paths:
  /a:
    get:
      responses:
        '200': { content: { ${mediaType}: { schema: ${schema} } } }
${COMPONENTS}`);
  const found = api.operations[0]?.responses[0]?.payload;
  if (!found) throw new Error('no payload');
  return found;
}

describe('properties', () => {
  it.each([
    [
      '{ allOf: [{ properties: { a: {} } }, { oneOf: [{ properties: { b: {} } }, { properties: { a: {} } }] }] }',
      ['a', 'b'],
    ],
    ['{ type: array, items: { properties: { a: {} } } }', ['a']],
    ['{ properties: { m: { additionalProperties: { properties: { a: {} } } } } }', ['m', 'm.a']],
    ["{ $ref: '#/components/schemas/A' }", ['b', 'b.c', 'b.c.d', 'b.c.size']],
    ["{ properties: { u: { $ref: '#/components/schemas/A' } } }", ['u', 'u.b', 'u.b.c', 'u.b.c.d', 'u.b.c.size']],
    ['{ properties: { parameters: { type: object } } }', ['parameters']],
    ['{ if: { properties: { a: {} } }, then: { properties: { b: {} } } }', ['a', 'b']],
  ])('%s', (schema, paths) => {
    expect(payload(schema).properties.map(({ path }) => path)).toEqual(paths);
  });

  it('follows three references and no more, but tells what the last value is', () => {
    const [, , d] = payload("{ $ref: '#/components/schemas/A' }").properties;
    expect(d).toMatchObject({ path: 'b.c.d', type: 'string', bounds: { maxLength: 4 }, schema: 'C' });
    const below = payload("{ properties: { u: { $ref: '#/components/schemas/Deep' } } }").properties;
    expect(below.map(({ path }) => path)).toEqual(['u', 'u.a', 'u.a.b', 'u.a.b.c']);
    expect(below.at(-1)?.type).toBe('object');
    expect(payload("{ $ref: '#/components/schemas/C' }").properties[0]).toMatchObject({
      type: 'string',
      bounds: { maxLength: 4 },
    });
  });

  it('has a cap', () => {
    const many = Array.from({ length: 500 }, (_, at) => `p${at}: {}`).join(', ');
    expect(payload(`{ properties: { ${many} } }`).properties).toHaveLength(200);
  });

  it('takes nullable compositions for what they hold', () => {
    const [one] = payload(
      "{ properties: { x: { anyOf: [{ type: 'null' }, { type: string, maxLength: 3 }] } } }",
    ).properties;
    expect(one).toMatchObject({ type: 'string', bounds: { maxLength: 3 } });
  });

  it('knows a person by the schema', () => {
    expect(payload("{ $ref: '#/components/schemas/User' }").properties[0]?.dataClass).toBe('personal');
    expect(payload('{ properties: { name: { type: string } } }').properties[0]?.dataClass).toBeNull();
  });
});

describe('lists and bytes', () => {
  it.each([
    ['{ type: array, items: {} }', true, false],
    ['{ type: array, maxItems: 5, items: {} }', true, true],
    ['{ properties: { data: { type: array, items: {} }, has_more: { type: boolean }, nextPage: {} } }', true, false],
    ['{ properties: { data: { type: array, maxItems: 1 }, total: {} } }', true, true],
    ['{ properties: { labels: { type: array }, title: { type: string } } }', false, false],
    ['{ type: string }', false, false],
  ])('%s', (schema, isList, listBounded) => {
    expect(payload(schema)).toMatchObject({ isList, listBounded });
  });

  it.each([
    ['{ type: string, format: binary }', 'text/plain', true],
    ['{}', 'image/png', true],
    ['{ properties: { file: { type: string, format: binary } } }', 'multipart/form-data', true],
    ['{ type: string }', 'application/json', false],
  ])('%s as %s', (schema, mediaType, isBinary) => {
    expect(payload(schema, mediaType).isBinary).toBe(isBinary);
  });
});
