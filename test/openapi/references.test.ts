import { describe, expect, it } from 'vitest';
import { Files, operation, textAt, uriOf } from './files';

const root = `openapi: 3.1.0
info: { title: a, version: '1' }
paths:
  /item:
    $ref: paths/item.yaml
    parameters:
      - { in: query, name: limit, required: true, schema: { type: integer } }
  /a~b/{id}:
    get:
      parameters:
        - $ref: 'shared.yaml#/parameters/id'
        - $ref: '#/paths/~1item/parameters/0'
      responses:
        '200': { $ref: 'shared.yaml#/responses/My%20answer' }
  /op:
    get: { $ref: 'paths/item.yaml#/get' }
`;
const item = `parameters:
  - { in: query, name: limit, schema: { type: string } }
get:
  operationId: getItem
  responses:
    '200': { $ref: '../shared.yaml#/responses/My answer' }
`;
const shared = `parameters:
  id: { in: path, name: id, schema: { type: string } }
responses:
  My answer:
    description: ok
    content:
      application/json:
        schema: { $ref: Node.json }
`;
const node = `{"properties": {"id": {"type": "string"}, "next": {"$ref": "#", "readOnly": true}}}`;
const all = { 'openapi.yaml': root, 'paths/item.yaml': item, 'shared.yaml': shared, 'Node.json': node };

describe('references', () => {
  it('names the files to load, wave by wave', () => {
    const files = new Files({ 'openapi.yaml': root });
    expect(files.missing()).toEqual([uriOf('paths/item.yaml'), uriOf('shared.yaml')]);
    files.set('paths/item.yaml', item);
    files.set('shared.yaml', shared);
    expect(files.missing()).toEqual([uriOf('Node.json')]);
    files.set('Node.json', node);
    expect(files.missing()).toEqual([]);
  });

  it('follows files, fragments, pointers and circles', () => {
    const api = new Files(all).describe();
    expect(api.problems).toEqual([]);
    const getItem = operation(api, 'GET /item');
    expect(getItem.at.uri).toBe(uriOf('paths/item.yaml'));
    expect(textAt(getItem.pathAt)).toBe('/item');
    expect(getItem.responses[0]?.payload?.properties.map(({ path, schema }) => [path, schema])).toEqual([
      ['id', 'Node'],
      ['next', 'Node'],
    ]);
    const other = operation(api, 'GET /a~b/{id}');
    expect(other.parameters.map(({ name, in: where, required }) => [name, where, required])).toEqual([
      ['id', 'path', true],
      ['limit', 'query', true],
    ]);
    expect(other.responses[0]?.payload?.schemas).toEqual(['Node']);
    expect(operation(api, 'GET /op')).toMatchObject({ operationId: 'getItem', at: { uri: uriOf('openapi.yaml') } });
  });

  it('takes what stands beside a reference', () => {
    const { properties } = new Files(all).describe().operations[0]?.responses[0]?.payload ?? { properties: [] };
    expect(properties[1]).toMatchObject({ name: 'next', readOnly: true, type: 'object' });
  });

  it('reads a whole paths section from another file', () => {
    const files = new Files({
      'openapi.yaml': 'openapi: 3.0.0\npaths: { $ref: p.yaml }\n',
      'p.yaml': '/a:\n  get: { responses: {} }\n/b:\n  get: { responses: {} }\n',
    });
    expect(files.describe().operations.map(({ path }) => path)).toEqual(['/a', '/b']);
  });

  it('ends in circles of references', () => {
    const files = new Files({
      'openapi.yaml': `openapi: 3.0.0
paths:
  /a: { $ref: '#/paths/~1b' }
  /b: { $ref: '#/paths/~1a' }
  /c:
    get:
      responses:
        '200': { content: { a/b: { schema: { $ref: '#/components/schemas/A' } } } }
components:
  schemas:
    A: { allOf: [{ $ref: '#/components/schemas/B' }], properties: { x: { $ref: '#/components/schemas/A' } } }
    B: { $ref: '#/components/schemas/A' }
`,
    });
    expect(files.describe().operations).toHaveLength(1);
  });

  it('follows aliases and merge keys', () => {
    const files = new Files({
      'openapi.yaml': `openapi: 3.0.0
x-common: &common
  deprecated: true
  responses: { '200': { description: ok } }
paths:
  /a:
    get:
      <<: *common
      operationId: a
  /b:
    get: *common
`,
    });
    const api = files.describe();
    expect(api.operations.map(({ deprecated, responses }) => [deprecated, responses.length])).toEqual([
      [true, 1],
      [true, 1],
    ]);
    files.edit('openapi.yaml', 'deprecated: true', 'deprecated: false');
    expect(files.describe().operations.map(({ deprecated }) => deprecated)).toEqual([false, false]);
  });

  it('keeps its head with bombs of aliases', () => {
    const levels = Array.from(
      { length: 12 },
      (_, at) => `  l${at + 1}: &l${at + 1} { allOf: [${`*l${at}, `.repeat(9)}*l${at}] }`,
    );
    const text = `openapi: 3.0.0\nx-a:\n  l0: &l0 { properties: { a: {} } }\n${levels.join('\n')}\npaths:
  /a:
    get:
      responses:
        '200': { content: { a/b: { schema: *l12 } } }
`;
    expect(new Files({ 'openapi.yaml': text }).describe().operations).toHaveLength(1);
  });
});
