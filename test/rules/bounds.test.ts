import { expect, describe as group, it } from 'vitest';
import { findings } from './findings';

const one = (path: string, body: string, method = 'post', more = '') => `openapi: 3.1.0
info: { title: T, version: "1" }
paths:
  ${path}:
    ${method}:
${more}      requestBody: { content: { application/json: { schema: { type: object, properties: { ${body} } } } } }
      responses: { "200": { description: Fine } }
`;

const certainties = (rule: string, text: string) =>
  findings(text)
    .filter((found) => found.rule === rule)
    .map(({ evidence }) => evidence.certainty);

group('weak-password', () => {
  const sets = (schema: string, path = '/register', method = 'post') =>
    certainties('weak-password', one(path, `username: { type: string }, password: { type: string${schema} }`, method));

  it.each([', minLength: 6', ', maxLength: 20', ', minLength: 8, maxLength: 32', ', minLength: 0, maxLength: 72'])(
    'password%s is weak',
    (schema) => {
      expect(sets(schema)).toEqual(['shown']);
    },
  );

  it.each(['', ', minLength: 8', ', minLength: 12, maxLength: 64', ', maxLength: 128'])(
    'password%s is left alone',
    (schema) => {
      expect(sets(schema)).toEqual([]);
    },
  );

  it('a change is asked, a login is not', () => {
    expect(sets(', minLength: 4', '/me/password', 'put')).toEqual(['shown']);
    expect(sets(', minLength: 4', '/login')).toEqual([]);
    expect(sets(', minLength: 4', '/sessions')).toEqual([]);
  });

  it('a policy about passwords is no password', () => {
    const policy = one(
      '/policies',
      'password_policy: { type: string, maxLength: 9 }, pin: { type: string, minLength: 4 }',
    );
    expect(certainties('weak-password', policy)).toEqual([]);
  });
});

group('negative-amount', () => {
  const takes = (name: string, schema: string, path = '/transfers') =>
    certainties('negative-amount', one(path, `${name}: { ${schema} }`));

  it('a minimum below zero is shown wherever it is written', () => {
    expect(takes('amount', 'type: number, minimum: -1000')).toEqual(['shown']);
    expect(takes('quantity', 'type: integer, minimum: -1', '/baskets/lines')).toEqual(['shown']);
  });

  it('no minimum is silent where money moves, and nothing elsewhere', () => {
    expect(takes('amount', 'type: number')).toEqual(['silent']);
    expect(takes('amount', 'type: number', '/estimates')).toEqual([]);
  });

  it.each([
    ['amount', 'type: number, minimum: 0'],
    ['amount', 'type: number, exclusiveMinimum: 0'],
    ['amount', 'type: integer, enum: [5, 10]'],
    ['amount', 'type: string'],
    ['discountAmount', 'type: number, minimum: -5'],
    ['temperature', 'type: number, minimum: -273'],
  ])('%s: { %s } is left alone', (name, schema) => {
    expect(takes(name, schema)).toEqual([]);
  });

  it('a correction may go down', () => {
    expect(takes('amount', 'type: number, minimum: -10', '/balance/adjustments')).toEqual([]);
  });
});

group('costly-pattern', () => {
  const checks = (schema: string, method = 'post') =>
    certainties('costly-pattern', one('/names', `name: { type: string, pattern: "^(a+)+$"${schema} }`, method));

  it('is shown, unless the value is short', () => {
    expect(checks('')).toEqual(['shown']);
    expect(checks(', maxLength: 200')).toEqual(['shown']);
    expect(checks(', maxLength: 10')).toEqual([]);
  });

  it('is asked of parameters, and not of what only answers have', () => {
    const parameter = '      parameters: [{ name: q, in: query, schema: { type: string, pattern: "(x*)*y" } }]\n';
    expect(certainties('costly-pattern', one('/names', 'id: { type: string }', 'post', parameter))).toEqual(['shown']);
    expect(checks(', readOnly: true')).toEqual([]);
  });
});
