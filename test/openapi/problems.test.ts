import { describe, expect, it } from 'vitest';
import { Files, read, textAt } from './files';

const get = (schema: string) => `openapi: 3.0.0
paths:
  /a:
    get:
      responses:
        '200': { content: { a/b: { schema: ${schema} } } }
`;

describe('problems', () => {
  it.each([
    ["{ $ref: '#/components/schemas/Nope' }", 'unresolved-reference', '#/components/schemas/Nope'],
    ['{ $ref: gone.yaml }', 'unresolved-reference', 'gone.yaml'],
    ['{ $ref: ../../../../etc/passwd }', 'unresolved-reference', '../../../../etc/passwd'],
    ['{ $ref: https://a.example/b.yaml }', 'not-checked', 'https://a.example/b.yaml'],
    ['{ type: string, type: object }', 'duplicate-key', 'type'],
  ])('%s: %s', (schema, code, text) => {
    const { problems } = read(get(schema));
    expect(problems.map((problem) => [problem.code, textAt(problem.at).replaceAll("'", '')])).toEqual([[code, text]]);
  });

  it.each([
    "{ properties: { $ref: { type: string }, example: { $ref: '#' } } }",
    "{ example: { $ref: '#/nope' } }",
    "{ x-other: { $ref: '#/nope' } }",
    '{ default: { type: a, type: b } }',
  ])('%s is fine', (schema) => {
    expect(read(get(schema)).problems.filter(({ code }) => code === 'unresolved-reference')).toEqual([]);
  });

  it('looks into what is called like a sample and is none', () => {
    const text = "openapi: 3.0.0\npaths:\n  /a:\n    get:\n      responses:\n        default: { $ref: 'gone.yaml' }\n";
    const files = new Files({ 'openapi.yaml': text });
    expect(files.missing()).toEqual(['file:///api/gone.yaml']);
    expect(files.describe().problems.map(({ message }) => message)).toEqual([
      'No file that may be read here is at gone.yaml',
    ]);
  });

  it('finds a path that is there twice', () => {
    const { problems, operations } = read('openapi: 3.0.0\npaths:\n  /a:\n    get: {}\n  /a:\n    put: {}\n');
    expect(problems.map(({ code, at }) => [code, textAt(at)])).toEqual([['duplicate-key', '/a']]);
    expect(operations.map(({ method }) => method)).toEqual(['GET']);
  });

  it('keeps a syntax error in its block', () => {
    const { problems, operations } = read(
      'openapi: 3.0.0\npaths:\n  /a:\n    get: { a\n  /b:\n    get: { responses: {} }\n',
    );
    expect(problems.map(({ code }) => code)).toEqual(['syntax']);
    expect(operations.map(({ path }) => path)).toContain('/b');
  });

  it('follows a file that comes and goes', () => {
    const files = new Files({ 'openapi.yaml': get('{ $ref: pet.yaml }') });
    expect(files.describe().problems).toHaveLength(1);
    files.set('pet.yaml', 'properties:\n  name: {}\n');
    expect(files.describe().problems).toEqual([]);
    expect(files.describe().operations[0]?.responses[0]?.payload?.properties).toHaveLength(1);
    files.set('pet.yaml', 'properties:\n  name: {}\n  age: {}\n');
    expect(files.describe().operations[0]?.responses[0]?.payload?.properties).toHaveLength(2);
    files.documents.delete('file:///api/pet.yaml');
    expect(files.describe().problems).toHaveLength(1);
  });
});
