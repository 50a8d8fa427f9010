import { describe, expect, it } from 'vitest';
import { describe as read } from '../../server/src/core/openapi';
import { sampleClass } from '../../server/src/core/openapi/samples/classes';
import { openDocument } from '../../server/src/core/text';

describe('data by the shape of examples', () => {
  it.each([
    ['ann@example.com', 'personal'],
    ['a.b+c@mail.example.co', 'personal'],
    ['+49 30 1234567', 'personal'],
    ['+1 (555) 010-9999', 'personal'],
    ['DE89 3704 0044 0532 0130 00', 'financial'],
    ['GB82WEST12345698765432', 'financial'],
    ['4111 1111 1111 1111', 'payment'],
    ['378282246310005', 'payment'],
    ['5555-5555-5555-4444', 'payment'],
  ])('%s is %s', (text, expected) => {
    expect(sampleClass(text)).toBe(expected);
  });

  it.each([
    '',
    'hello world',
    '@handle',
    'git@github.com:octocat/hello.git',
    'https://user@example.com/path',
    'ann@localhost',
    'Ann <ann@example.com>',
    '+1 second',
    '+12',
    'DE89 3704 0044 0532 0130 01',
    'ABCDEFGHIJKLMNOPQR',
    '4111 1111 1111 1112',
    '1234567890123456',
    '2023-01-01T00:00:00Z',
    '192.168.100.100',
    'x'.repeat(200),
  ])('%s is none', (text) => {
    expect(sampleClass(text)).toBeNull();
  });
});

describe('what tells the class of a property', () => {
  it.each([
    ['contact_line: { type: string, example: ann@example.com }', 'personal', 'example'],
    ['contact_line: { type: string, examples: ["+49 30 1234567"] }', 'personal', 'example'],
    ['email: { type: string, example: ann@example.com }', 'personal', 'name'],
    ['email: { type: string, example: any text }', 'personal', 'name'],
    ['tag: { type: string, x-phi: true, example: ann@example.com }', 'health', 'declaration'],
    ['tag: { type: string, x-data-classification: public, example: ann@example.com }', null, null],
    ['count: { type: integer, example: 4111111111111111 }', null, null],
    ['tag: { type: string, example: any text }', null, null],
  ])('%s', (property, dataClass, dataFrom) => {
    const text = `openapi: 3.1.0
info: { title: T, version: "1" }
paths:
  /things:
    post:
      requestBody: { content: { application/json: { schema: { type: object, properties: { ${property} } } } } }
      responses: { "200": { description: Fine } }
`;
    const document = openDocument('file:///a.yaml', text);
    const description = read({ get: () => document }, 'file:///a.yaml');
    const found = description?.operations[0]?.request?.properties[0];
    expect([found?.dataClass, found?.dataFrom]).toEqual([dataClass, dataFrom]);
  });
});
