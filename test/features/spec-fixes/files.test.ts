import { describe, expect, it } from 'vitest';
import { applied, found, specFixesIn, URI, workspaceOf } from './support/mend';

const SCHEMAS = 'file:///workspace/parts/schemas.json';
const PARAMETERS = 'file:///workspace/parts/parameters.yaml';

const FILES: Readonly<Record<string, string>> = {
  [URI]: [
    'openapi: 3.0.3',
    'info: { title: A, version: "1" }',
    'security: [{ account: [] }]',
    'paths:',
    '  /me:',
    '    put:',
    '      parameters:',
    '        - $ref: parts/parameters.yaml#/Limit',
    '        - $ref: parts/parameters.yaml#/Password',
    '      requestBody:',
    '        content:',
    '          application/json:',
    '            schema: { $ref: "parts/schemas.json#/Me" }',
    '      responses: {}',
    'components:',
    '  securitySchemes:',
    '    account: { type: http, scheme: bearer }',
    '',
  ].join('\n'),
  [SCHEMAS]:
    '{"Me":{"type":"object","properties":{"isAdmin":{"type":"boolean"},"command":{"$ref":"#/Text"}}},"Text":{"type":"string"}}',
  [PARAMETERS]:
    '# shared\nLimit:\n    name: limit\n    in: query\n    schema:\n        type: integer # how many\nPassword:\n    name: password\n    in: query\n    schema:\n        type: string\n',
};

describe('a fix in a file that a reference leads to', () => {
  it.each([
    ['mass-assignment', SCHEMAS, '{"type":"boolean"}', '{"type":"boolean","readOnly":true}'],
    ['injection', SCHEMAS, '"Text":{"type":"string"}', '"Text":{"type":"string","pattern":"^[A-Za-z0-9._-]{1,64}$"}'],
    ['unbounded-page-size', PARAMETERS, '# how many\n', '# how many\n        maximum: 100\n'],
    ['sensitive-data-in-query', PARAMETERS, 'name: password\n    in: query', 'name: password\n    in: header'],
  ])('%s is mended there, in its layout', (rule, uri, from, to) => {
    const [fix] = specFixesIn(FILES, rule);
    expect(fix?.title).toMatch(new RegExp(`in ${uri.slice(uri.lastIndexOf('/') + 1)}$`));
    expect(fix?.edits.map((edit) => edit.uri)).toEqual([uri]);
    const after = fix === undefined ? FILES : applied(FILES, fix);
    expect(after[uri]).toBe(FILES[uri]?.replace(from, () => to));
    expect(found(workspaceOf({ ...after })).filter((one) => one.startsWith(`${rule} `))).toEqual([]);
  });

  it('is refused where that file does not read as it has to', () => {
    const broken = { ...FILES, [PARAMETERS]: `${FILES[PARAMETERS]}Limit:\n    name: again\n` };
    for (const fix of specFixesIn(broken, 'unbounded-page-size')) {
      const after = applied(broken, fix);
      expect(after[PARAMETERS]?.replace('        maximum: 100\n', '')).toBe(broken[PARAMETERS]);
    }
  });
});

const PUT = 'file:///workspace/resources/put%20file.yaml';
const UPLOAD = 'file:///workspace/resources/upload.yaml';
const DENIED = 'file:///workspace/shared/responses.yaml';
const SPLIT: Readonly<Record<string, string>> = {
  [URI]: [
    'openapi: 3.0.3',
    'info: { title: A, version: "1" }',
    'security: [{ account: [] }]',
    'paths:',
    '  /files:',
    '    get:',
    '      responses: { "413": { $ref: "shared/responses.yaml#/Too~1Large" } }',
    '    put: { $ref: "resources/put%20file.yaml" }',
    '    post: { $ref: resources/upload.yaml#/one }',
    'components:',
    '  securitySchemes:',
    '    account: { type: http, scheme: bearer }',
    '',
  ].join('\n'),
  [PUT]:
    'security: []\nrequestBody:\n  content:\n    application/pdf:\n      schema: { type: string, format: binary }\nresponses:\n  "200":\n    description: Fine\n',
  [UPLOAD]:
    '{"one":{"requestBody":{"content":{"application/json":{"schema":{"type":"array","items":{"type":"string"}}}}},"responses":{}}}',
  [DENIED]: 'Too/Large:\n  description: No\n',
};

describe('a fix of an operation that stands in a file of its own', () => {
  it.each([
    [
      'upload-without-limit',
      PUT,
      'description: Fine\n',
      'description: Fine\n  "413":\n    $ref: ../shared/responses.yaml#/Too~1Large\n',
    ],
    ['missing-authentication', PUT, 'security: []\n', ''],
    ['unbounded-batch', UPLOAD, '"type":"array"', '"type":"array","maxItems":100'],
  ])('%s is mended there', (rule, uri, from, to) => {
    const [fix] = specFixesIn(SPLIT, rule);
    expect(fix?.edits.map((edit) => edit.uri)).toEqual([uri]);
    const after = fix === undefined ? SPLIT : applied(SPLIT, fix);
    expect(after[uri]).toBe(SPLIT[uri]?.replace(from, () => to));
    expect(found(workspaceOf({ ...after })).filter((one) => one.startsWith(`${rule} `))).toEqual([]);
  });
});

describe('values to fill in of several files', () => {
  const part = (name: string) => `name: ${name}\nin: query\nschema:\n  type: string\n`;
  const [SORT, FILTER] = ['file:///workspace/Sort.yaml', 'file:///workspace/Filter.yaml'];
  const files = {
    [URI]: [
      'openapi: 3.0.3',
      'info: { title: A, version: "1" }',
      'security: [{ account: [] }]',
      'paths:',
      '  /news: { get: { parameters: [{ $ref: Sort.yaml }, { $ref: Filter.yaml }], responses: {} } }',
      'components: { securitySchemes: { account: { type: http, scheme: bearer } } }',
      '',
    ].join('\n'),
    [SORT]: part('sort'),
    [FILTER]: part('filter'),
  };

  it('are filled in one file after the other', () => {
    const [fix] = specFixesIn(files, 'injection');
    expect([fix?.title, fix?.fields?.length]).toEqual(['Narrow sort with a pattern in Sort.yaml', 1]);
    const after = fix === undefined ? files : applied(files, fix);
    const [next] = specFixesIn(after, 'injection');
    expect([next?.title, next?.fields?.length]).toEqual(['Narrow filter with a pattern in Filter.yaml', 1]);
  });
});

describe('a fix of a finding of which some operations show no way', () => {
  const change = (name: string, other = '') => [
    `  /${name}: { post: { security: [{ shop: [read] }${other}], responses: { "200": { description: Fine } } } }`,
  ];
  const flow = 'tokenUrl: https://id.example.com/t';
  const text = [
    'openapi: 3.0.3',
    'info: { title: A, version: "1" }',
    'paths:',
    ...[...change('news'), ...change('tips', ', { odd: [read] }'), ...change('odds')],
    'components:',
    '  securitySchemes:',
    `    shop: { type: oauth2, flows: { clientCredentials: { ${flow}, scopes: { read: R, write: W } } } }`,
    `    odd: { type: oauth2, flows: { clientCredentials: { ${flow}, scopes: { read: R } } } }`,
    '',
  ].join('\n');

  it('mends the others, says how many, and is not preferred', () => {
    const [fix] = specFixesIn({ [URI]: text }, 'write-with-read-scope');
    expect(fix?.title).toBe('Ask for write on 2 of 3 operations in the description');
    expect(fix?.preferred).toBe(false);
    const after = fix === undefined ? { [URI]: text } : applied({ [URI]: text }, fix);
    expect(after[URI]).toBe(text.replaceAll('shop: [read] }]', 'shop: [write] }]'));
  });
});

describe('a fix of several files, with values to fill in', () => {
  const take = '{ type: object, properties: { amount: { type: number, maximum: 9 } } }';
  const post = `post: { security: [{ account: [] }], requestBody: { content: { a/json: { schema: ${take} } } }, responses: {} }`;
  const PARTS = 'file:///workspace/parts.yaml';
  const files = {
    [URI]: [
      'openapi: 3.0.3',
      'info: { title: A, version: "1" }',
      'components: { securitySchemes: { account: { type: http, scheme: bearer } } }',
      'paths:',
      ...['a', 'b'].map((name) => `  /${name}/transfers:\n    ${post}`),
      ...['c', 'd'].map((name) => `  /${name}/transfers: { $ref: "parts.yaml#/${name}" }`),
      '',
    ].join('\n'),
    [PARTS]: ['c', 'd'].map((name) => `${name}:\n  ${post}\n`).join(''),
  };

  it('is shown before, place by place', () => {
    const [fix] = specFixesIn(files, 'negative-amount');
    expect(fix?.confirm).toBe(true);
    const texts = fix?.edits.map(({ uri, edits }) => [uri, edits.map(({ newText }) => newText.trim())]);
    const each = [expect.stringContaining('minimum: 0'), expect.stringContaining('minimum: 0')];
    expect(texts).toEqual([
      [URI, each],
      [PARTS, each],
    ]);
    const lengths = fix?.edits.flatMap(({ edits }) => edits.map(({ newText }) => newText.length)) ?? [];
    expect(Math.max(...lengths)).toBeLessThan(20);
  });
});
