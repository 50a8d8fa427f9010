import { describe, expect, it } from 'vitest';
import type { ApiDescription } from '../../server/src/core/openapi/types';
import { Files, operation } from './files';

const text = `openapi: 3.0.0
info: { title: a, version: '1' }
security:
  - key: []
paths:
  /a:
    get:
      summary: one
      responses:
        '200': { content: { a/b: { schema: { $ref: '#/components/schemas/Pet' } } } }
  /b:
    get:
      responses: {}
  /c:
    get:
      responses:
        '200': { content: { a/b: { schema: { type: array, items: { $ref: '#/components/schemas/Pet' } } } } }
components:
  schemas:
    Pet:
      properties:
        owner: { $ref: '#/components/schemas/Owner' }
    Owner:
      properties:
        email: { type: string }
    Other:
      properties: {}
  securitySchemes:
    key: { type: apiKey, in: header, name: k }
`;

function kept(before: ApiDescription, after: ApiDescription): readonly string[] {
  return after.operations.filter((one) => before.operations.includes(one)).map(({ path }) => path);
}

describe('after an edit', () => {
  it.each([
    ['in an operation', 'summary: one', 'summary: two', ['/b', '/c']],
    ['in a component that others use', 'email: { type', 'mail: { type', ['/b']],
    ['in a component that nobody uses', 'properties: {}', 'properties: { a: {} }', ['/a', '/b', '/c']],
    ['in the title', 'title: a', 'title: b', ['/a', '/b', '/c']],
    ['in the root security', 'key: []', 'other: []', []],
    ['in a scheme', 'name: k', 'name: j', []],
    ['that removes a component', '    Owner:', '    Owned:', ['/b']],
    ['that adds a path', '  /b:\n', '  /new:\n    get: {}\n  /b:\n', ['/a', '/b', '/c']],
  ])('%s the rest stays', (_, before, after, expected) => {
    const files = new Files({ 'openapi.yaml': text });
    const first = files.describe();
    expect(files.describe()).toBe(first);
    files.edit('openapi.yaml', before, after);
    expect(kept(first, files.describe())).toEqual(expected);
  });

  it('says what a fresh reading says, through edits and back', () => {
    const files = new Files({ 'openapi.yaml': text });
    const edits = [
      ['email: { type', 'mail: { type'],
      ['    Owner:', '    Owned:'],
      ['key: []', 'none: []'],
      ['  /b:', '  /bb:'],
      ['    Owned:', '    Owner:'],
      ['get:', 'put:'],
    ] as const;
    for (const [before, after] of edits) {
      files.describe();
      files.edit('openapi.yaml', before, after);
      const now =
        files.documents
          .get('file:///api/openapi.yaml')
          ?.blocks.map((block) => block.text)
          .join('') ?? '';
      expect(plain(files.describe())).toEqual(plain(new Files({ 'openapi.yaml': now }).describe()));
    }
  });

  it('finds new properties where they are used', () => {
    const files = new Files({ 'openapi.yaml': text });
    files.describe();
    files.edit('openapi.yaml', 'email: { type: string }', 'email: { type: string }\n        phone: { type: string }');
    const { payload } = operation(files.describe(), 'GET /c').responses[0] ?? {};
    expect(payload?.properties.map(({ path }) => path)).toEqual(['owner', 'owner.email', 'owner.phone']);
  });
});

function plain(api: ApiDescription): unknown {
  return JSON.parse(
    JSON.stringify(api, (key, value) => (key === 'block' ? value.text : value instanceof Map ? [...value] : value)),
  );
}

describe('after an edit of what operations inherit', () => {
  const own = text.replace(
    'summary: one\n',
    "summary: one\n      security: []\n      servers: [{ url: 'https://own.example' }]\n",
  );

  function after(...edits: readonly (readonly [string, string])[]): readonly [ApiDescription, ApiDescription] {
    const files = new Files({ 'openapi.yaml': own });
    const before = files.describe();
    for (const [was, is] of edits) files.edit('openapi.yaml', was, is);
    return [before, files.describe()];
  }

  it.each([
    ['the root security', '  - key: []\n', '  - {}\n'],
    ['a root security that goes', 'security:\n  - key: []\n', ''],
    ['servers that come', 'paths:', "servers: [{ url: 'https://a.example' }]\npaths:"],
  ])('%s: operations with their own stay, the others only take it over', (_, was, is) => {
    const [before, now] = after([was, is]);
    const fresh = new Files({ 'openapi.yaml': own.replace(was, is) }).describe();
    expect(kept(before, now)).toEqual(['/a']);
    expect(now.operations[2]?.responses).toBe(before.operations[2]?.responses);
    expect(plain(now)).toEqual(plain(fresh));
  });

  it('a scheme that changes in the same edit is seen by every operation', () => {
    const [before, now] = after(['in: header', 'in: query'], ['- key: []', '- key: [a]']);
    expect(kept(before, now)).toEqual([]);
    expect(now.operations[1]?.security.alternatives).toMatchObject([[{ scopes: ['a'], definition: { in: 'query' } }]]);
  });

  it('a path item that was read before one edit takes over what the next brings', () => {
    const [before, now] = after(['  - key: []\n', '  - {}\n'], ['  - {}\n', '  - key: [b]\n']);
    expect(now.operations[1]?.security.alternatives).toMatchObject([[{ scopes: ['b'] }]]);
    expect(kept(before, now)).toEqual(['/a']);
  });
});
