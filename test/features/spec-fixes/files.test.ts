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
