import { describe, expect, it } from 'vitest';
import { describe as read } from '../../server/src/core/openapi';
import { changeDocument, openDocument } from '../../server/src/core/text';

const URI = 'file:///openapi.yaml';
const HEAD = 'openapi: 3.1.0\ninfo: { title: T, version: "1" }\n';

function told(document: ReturnType<typeof openDocument>) {
  const description = read({ get: (uri) => (uri === URI ? document : undefined) }, URI);
  const [operation] = description?.operations ?? [];
  return {
    properties: operation?.request?.properties.map(({ path }) => path),
    problems: description?.problems.map(({ code, message }) => `${code}: ${message}`),
  };
}

const spec = (reference: string, order: string) => `${HEAD}paths:
  /orders:
    post:
      requestBody: { content: { application/json: { schema: ${reference} } } }
      responses: {}
components:
  schemas:
    Order:
      ${order}
      type: object
      properties: { note: { type: string } }
`;

describe('Plain names of schemas', () => {
  it.each([
    ['{ $ref: "#order" }', '$anchor: order'],
    ['{ $ref: "#order" }', '$dynamicAnchor: order'],
    ['{ $dynamicRef: "#order" }', '$dynamicAnchor: order'],
  ])('%s finds %s', (reference, order) => {
    expect(told(openDocument(URI, spec(reference, order)))).toEqual({ properties: ['note'], problems: [] });
  });

  it('what no schema is called is said', () => {
    expect(told(openDocument(URI, spec('{ $ref: "#order" }', '$anchor: invoice'))).problems).toEqual([
      'not-checked: Nothing there is called order, so #order is not checked',
    ]);
  });

  it('a name that comes and goes is followed', () => {
    const text = spec('{ $ref: "#order" }', '$anchor: invoice');
    const line = text.split('\n').findIndex((one) => one.includes('$anchor'));
    const range = { start: { line, character: 15 }, end: { line, character: 22 } };
    const before = openDocument(URI, text);
    expect(told(before).problems).toHaveLength(1);
    expect(told(changeDocument(before, [{ range, text: 'order' }]))).toEqual({ properties: ['note'], problems: [] });
  });
});

it('a file that calls itself by an address means itself by it', () => {
  const self = 'https://api.example/openapi.yaml';
  const text = spec(`{ $ref: "${self}#/components/schemas/Order" }`, 'title: Order').replace(
    'openapi: 3.1.0\n',
    `openapi: 3.2.0\n$self: ${self}\n`,
  );
  expect(told(openDocument(URI, text))).toEqual({ properties: ['note'], problems: [] });
});

it('an alias without an anchor is told at its place', () => {
  const text = `${HEAD}paths:\n  /a:\n    get: { responses: *nothing }\n  /b:\n    get: &one { responses: {} }\n    put: *one\n`;
  const document = openDocument(URI, text);
  const description = read({ get: (uri) => (uri === URI ? document : undefined) }, URI);
  expect(description?.problems.map(({ message, at }) => `${message} | ${at.block.key}`)).toEqual([
    'No anchor &nothing stands before this, so it means nothing | /a',
  ]);
  expect(description?.operations).toHaveLength(3);
});
