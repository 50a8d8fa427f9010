import { describe, expect, it } from 'vitest';
import { detectRoot } from '../../server/src/core';
import { Files, read, textAt } from './files';

const rest = 'info: { title: a, version: "1" }\npaths:\n  /a:\n    get: { responses: {} }\n';
const unchecked = (text: string) =>
  read(text)
    .problems.filter(({ code }) => code === 'not-checked')
    .map(({ message, at }) => `${textAt(at)}: ${message}`);

describe('a version that we do not know', () => {
  it.each([
    ['3.3.0', '3.2'],
    ['3.9', '3.2'],
    ['4.0.0', '3.2'],
  ])('%s is read as %s, and that is said', (version, readAs) => {
    const text = `openapi: ${version}\n${rest}`;
    expect(detectRoot(text)).toBe('openapi');
    expect(read(text)).toMatchObject({ version: readAs, operations: [{ path: '/a' }] });
    expect(unchecked(text)).toEqual([
      `openapi: OpenAPI ${version} is not known here: it is read as 3.2, and what is new in it is not checked`,
    ]);
  });

  it.each(['3.0.4', '3.1.2', '3.2.0'])('%s is known', (version) => {
    expect(unchecked(`openapi: ${version}\n${rest}`)).toEqual([]);
  });

  it('is told in JSON too', () => {
    const text = '{"openapi": "4.1.0", "paths": {}}';
    expect(detectRoot(text)).toBe('openapi');
    expect(unchecked(text)).toHaveLength(1);
  });
});

describe('a dialect of JSON Schema', () => {
  const dialect = (line: string) => `openapi: 3.1.0\n${line}\n${rest}`;
  const schema = (text: string) => `openapi: 3.1.0\n${rest}components:\n  schemas:\n${text}`;
  const OWN = 'https://schemas.example/dialect';
  const message = `The JSON Schema dialect ${OWN} is not known here, so words that only it has are not checked`;

  it('is said where the whole description names it', () => {
    expect(unchecked(dialect(`jsonSchemaDialect: ${OWN}`))).toEqual([`jsonSchemaDialect: ${message}`]);
  });

  it.each([
    'https://json-schema.org/draft/2020-12/schema',
    'https://json-schema.org/draft/2019-09/schema#',
    'http://json-schema.org/draft-07/schema#',
    'https://spec.openapis.org/oas/3.1/dialect/base',
    'https://spec.openapis.org/oas/3.2/dialect/2025-09-17',
  ])('%s is known', (name) => {
    expect(unchecked(dialect(`jsonSchemaDialect: ${name}`))).toEqual([]);
    expect(unchecked(schema(`    A: { $schema: '${name}', type: string }\n`))).toEqual([]);
  });

  it('is said once where several schemas name it', () => {
    const text = schema(`    A: { $schema: ${OWN} }\n    B:\n      $schema: ${OWN}\n      type: string\n`);
    expect(unchecked(text)).toEqual([`${OWN}: ${message}`]);
  });

  it('is nothing where it is a sample, a property or a help for editors', () => {
    expect(unchecked(schema(`    A: { example: { $schema: ${OWN} } }\n`))).toEqual([]);
    expect(unchecked(schema('    A: { properties: { $schema: { type: string } } }\n'))).toEqual([]);
    expect(unchecked(dialect(`$schema: ${OWN}`))).toEqual([]);
    expect(unchecked(`{"openapi": "3.1.0", "$schema": "${OWN}", "paths": {}}`)).toEqual([]);
  });

  it('is said in the file that holds the schema', () => {
    const files = new Files({
      'openapi.yaml': schema("    A: { $ref: './a.json' }\n"),
      'a.json': `{"$schema": "${OWN}", "type": "object"}`,
    });
    const [problem] = files.describe().problems;
    expect([problem?.code, problem?.at.uri]).toEqual(['not-checked', 'file:///api/a.json']);
    files.edit('a.json', OWN, 'https://json-schema.org/draft/2020-12/schema');
    expect(files.describe().problems).toEqual([]);
  });
});

describe('parts that are not read', () => {
  const item = (version: string, text: string) => `openapi: ${version}\npaths:\n  /a:\n${text}`;
  const later = '    query: { responses: {} }\n    additionalOperations: { COPY: { responses: {} } }\n';

  it.each(['3.0.3', '3.1.0'])('are methods of 3.2 in %s', (version) => {
    const short = version.slice(0, 3);
    expect(unchecked(item(version, later))).toEqual([
      `query: OpenAPI has query from 3.2 on and this description is of ${short}, so it is not checked`,
      `additionalOperations: OpenAPI has additionalOperations from 3.2 on and this description is of ${short}, so it is not checked`,
    ]);
    expect(unchecked(item('3.2.0', later))).toEqual([]);
  });

  it('are said once, whatever is edited', () => {
    const files = new Files({ 'openapi.yaml': `${item('3.1.0', later)}security: []\n` });
    expect(files.describe().problems).toHaveLength(2);
    files.edit('openapi.yaml', 'security: []', 'security: [{}]');
    expect(files.describe().problems).toHaveLength(2);
    files.edit('openapi.yaml', 'query:', 'get:');
    expect(files.describe()).toMatchObject({ operations: [{ method: 'GET' }], problems: [{ code: 'not-checked' }] });
  });

  it.each([
    ['in: matrix, name: a', 'matrix: The parameter a stands in matrix, which is not known here, so it is not checked'],
    ['in: body, name: a', 'body: The parameter a stands in body, which is not known here, so it is not checked'],
    ['name: a', 'a: The parameter a does not say where it stands, so it is not checked'],
  ])('are parameters that stand nowhere: %s', (text, told) => {
    const spec = item('3.1.0', `    get: { parameters: [{ ${text} }], responses: {} }\n`);
    expect(unchecked(spec)).toEqual([told]);
  });

  it('are told once where many operations use them', () => {
    const paths = ['/a', '/b'].map(
      (path) => `  ${path}:\n    get: { parameters: [{ $ref: "#/components/parameters/x" }], responses: {} }\n`,
    );
    const component = 'components: { parameters: { x: { in: matrix, name: x } } }\n';
    expect(unchecked(`openapi: 3.1.0\npaths:\n${paths.join('')}${component}`)).toHaveLength(1);
  });

  it('are security schemes of another type', () => {
    const scheme = (type: string) =>
      `openapi: 3.1.0\npaths: {}\ncomponents: { securitySchemes: { strange: { ${type} } } }\n`;
    const told =
      'strange: The type of the security scheme strange is not known here, so how it logs callers in is not checked';
    expect(unchecked(scheme('type: hawk'))).toEqual([told]);
    expect(unchecked(scheme('description: nothing'))).toEqual([told]);
    expect(unchecked(scheme('type: mutualTLS'))).toEqual([]);
  });

  it('are callbacks of callbacks, level after level', () => {
    const again = 'callbacks: { on: { $ref: "#/components/callbacks/on" } }';
    const text = `${item('3.1.0', `    post: { responses: {}, ${again} }\n`)}components:\n  callbacks:\n    on:\n      "{$url}":\n        post: { responses: {}, ${again} }\n`;
    expect(read(text).operations).toHaveLength(4);
    expect(unchecked(text)).toEqual([
      'callbacks: Callbacks of callbacks are read 3 levels deep, so these are not checked',
    ]);
  });
});

describe('a section of another shape', () => {
  it.each([
    ['openapi: 3.0.3\npaths:\n  - /a:\n      get: {}\n', 'paths must be a mapping of names and is a list'],
    ['openapi: 3.0.3\npaths: [{ /a: {} }]\n', 'paths must be a mapping of names and is a list'],
    ['{"openapi":"3.0.3","paths":[]}', 'paths must be a mapping of names and is a list'],
    ['openapi: 3.0.3\npaths: none\n', 'paths must be a mapping of names and is a text'],
    ['openapi: 3.1.0\npaths: {}\ncomponents:\n- schemas: {}\n', 'components must be a mapping of names and is a list'],
  ])('is told: %j', (text, message) => {
    const { problems } = read(text);
    expect(problems.map((problem) => problem.message)).toEqual([`${message}, so nothing of it is read`]);
    const [at] = problems.map((problem) => problem.at);
    expect(at?.block.text.slice(at.start, at.end).replaceAll('"', '')).toBe(message.split(' ')[0]);
  });

  it.each(['openapi: 3.0.3\npaths:\n', 'openapi: 3.0.3\npaths: {}\n', 'openapi: 3.0.3\npaths: ~\n'])(
    'is not where nothing is written yet: %j',
    (text) => expect(read(text).problems).toEqual([]),
  );
});
