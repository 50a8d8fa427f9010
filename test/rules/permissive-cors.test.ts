import { expect, describe as group, it } from 'vitest';
import { findings } from './findings';

const RULE = 'permissive-cors';

const found = (headers: string, more = '', root = 'security: [{ login: [] }]') =>
  findings(`openapi: 3.0.3
info: { title: T, version: "1" }
${root}
paths:
  /me:
    get:
${more}      responses: { "200": { description: Fine, headers: { ${headers} } } }
components:
  securitySchemes: { login: { type: http, scheme: bearer } }
  headers: { Any: { schema: { type: string }, example: "*" } }
`).filter(({ rule }) => rule === RULE);

const origin = (value: string) => `Access-Control-Allow-Origin: { ${value} }`;

group(RULE, () => {
  it.each([
    'schema: { type: string, enum: ["*"] }',
    'schema: { type: string, default: "*" }',
    'schema: { type: string, example: "*" }',
    'schema: { type: string }, example: "*"',
    'schema: { type: string }, examples: { any: { value: "*" } }',
    'schema: { const: "null" }',
    '$ref: "#/components/headers/Any"',
  ])('reads %s', (value) => {
    expect(found(origin(value))).toHaveLength(1);
  });

  it.each(['schema: { type: string }', 'schema: { enum: ["https://a.example"] }', 'description: "* for everyone"'])(
    'leaves %s alone',
    (value) => {
      expect(found(origin(value))).toEqual([]);
    },
  );

  it('knows the header in any case', () => {
    expect(found('access-control-allow-origin: { schema: { const: "*" } }')).toHaveLength(1);
  });

  it('weighs more with cookies, unless they are said not to go along', () => {
    const [alone] = found(origin('schema: { const: "*" }'));
    const cookies = `${origin('schema: { const: "*" }')}, Access-Control-Allow-Credentials:`;
    const [both] = found(`${cookies} { schema: { const: "true" } }`);
    const [refused] = found(`${cookies} { schema: { const: "false" } }`);
    expect(both?.evidence.message).toContain('with the visitor’s cookies');
    expect(both?.evidence.dread?.factors[0]).toBeGreaterThan(alone?.evidence.dread?.factors[0] ?? 10);
    expect(refused?.evidence.message).toBe(alone?.evidence.message);
  });

  it('leaves what everyone may have alone', () => {
    expect(found(origin('schema: { const: "*" }'), '', 'security: []')).toEqual([]);
  });

  it('knows the setting of Amazon’s gateway, before which the header of a response counts', () => {
    const set = (value: string) => `x-amazon-apigateway-cors: { ${value} }`;
    const login = 'security: [{ login: [] }]';
    const [one] = found('', '', `${login}\n${set('allowOrigins: ["*"], allowCredentials: true')}`);
    expect(one?.evidence.message).toBe('GET /me lets pages of any site read its answer with the visitor’s cookies');
    expect(found('', '', `${login}\n${set('allowOrigins: ["https://a.example"]')}`)).toEqual([]);
    const listed = origin('schema: { const: "https://a.example" }');
    expect(found(listed, '', `${login}\n${set('allowOrigins: ["*"]')}`)).toEqual([]);
  });

  it('reads the header of 2.0', () => {
    const text = `swagger: "2.0"
info: { title: T, version: "1" }
paths:
  /notes:
    post:
      responses: { "200": { description: Fine, headers: { Access-Control-Allow-Origin: { type: string, default: "*" } } } }
`;
    expect(findings(text).filter(({ rule }) => rule === RULE)).toHaveLength(1);
  });
});
