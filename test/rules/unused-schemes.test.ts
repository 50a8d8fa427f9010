import { expect, describe as group, it } from 'vitest';
import { describe as read } from '../../server/src/core/openapi';
import type { ApiDescription } from '../../server/src/core/openapi/types';
import { traitsKey } from '../../server/src/core/rules';
import { unusedInWords, unusedSchemesOf } from '../../server/src/core/rules/facts/unused-schemes';
import { openDocument } from '../../server/src/core/text';
import { findings } from './findings';

const SCHEME = '{ type: http, scheme: bearer }';
const spec = (schemes: readonly string[], root: string, operation: string) => `openapi: 3.0.3
info: { title: T, version: "1" }
${root}
components: { securitySchemes: { ${schemes.map((name) => `${name}: ${SCHEME}`).join(', ')} } }
paths:
  /a: { post: { ${operation} responses: { "200": { description: Fine } } } }
  /b: { post: { responses: { "200": { description: Fine } } } }
`;

function description(...parts: Parameters<typeof spec>): ApiDescription {
  const document = openDocument('file:///a.yaml', spec(...parts));
  const found = read({ get: () => document }, 'file:///a.yaml');
  if (found === null) throw new Error('The text is no OpenAPI description.');
  return found;
}

group('schemes that nobody asks for', () => {
  it.each([
    [['one', 'two'], 'security: [{ one: [] }]', '', ['two']],
    [['one', 'two'], 'security: [{ one: [] }]', 'security: [{ two: [] }, { three: [] }],', []],
    [['one', 'two'], 'security: []', 'security: [{ one: [], two: [] }],', []],
    [['one'], '', '', ['one']],
    [[], '', '', []],
  ])('of %s with %s and %s are %s', (schemes, root, operation, unused) => {
    expect(unusedSchemesOf(description(schemes, root, operation))).toEqual(unused);
  });

  it('are named, and counted where they are many', () => {
    expect(unusedInWords(description(['a'], 'security: [{ a: [] }]', ''))).toBe('');
    expect(unusedInWords(description(['a'], '', ''))).toBe('the scheme a is declared and no operation asks for it');
    expect(unusedInWords(description(['a', 'b', 'c', 'd'], '', ''))).toBe(
      'the schemes a, b, c and more are declared and no operation asks for them',
    );
  });

  it('are told where the whole API asks for no login', () => {
    const [first] = findings(spec(['account'], '', '')).filter(({ rule }) => rule === 'missing-authentication');
    expect(first?.evidence.causeMessage?.(2)).toContain('though the scheme account is declared and no operation asks');
  });

  it('are told beside a scheme that is declared nowhere', () => {
    const text = spec(['account'], 'security: [{ acount: [] }]', '');
    const [first] = findings(text).filter(({ rule }) => rule === 'undeclared-security-scheme');
    expect(first?.evidence.message).toContain(
      'asks for acount, which no security scheme declares, while the scheme account',
    );
  });

  it('are a trait of the whole: what others ask for changes what is said of one', () => {
    const key = (operation: string) => traitsKey(description(['a', 'b'], 'security: [{ a: [] }]', operation));
    expect(key('security: [{ a: [] }],')).toBe(key(''));
    expect(key('security: [{ b: [] }],')).not.toBe(key(''));
  });
});
