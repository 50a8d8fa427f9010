import { expect, it } from 'vitest';
import { describe as read } from '../../server/src/core/openapi';
import { openDocument } from '../../server/src/core/text';

const URI = 'file:///openapi';
const ITEM = '{"get":{"responses":{}}}';

function paths(text: string): readonly string[] | undefined {
  const document = openDocument(URI, text);
  const description = read({ get: (uri) => (uri === URI ? document : undefined) }, URI);
  return description?.operations.map(({ path }) => path);
}

const HEAD = 'openapi: 3.0.3\ninfo: { title: T, version: "1" }\npaths:\n';

it.each([
  ['"/p\\u0041"', '/pA'],
  ['"/a\\"b"', '/a"b'],
  ["'/it''s'", "/it's"],
  ["'/a\"b'", '/a"b'],
  ['/plain', '/plain'],
])('the key %s of a path is %s', (written, meant) => {
  expect(paths(`${HEAD}  ${written}:\n    get: { responses: {} }\n  /z:\n    get: { responses: {} }\n`)).toEqual([
    meant,
    '/z',
  ]);
});

it('an escaped key of JSON is read, on one line or several', () => {
  const json = `{"openapi":"3.0.3","info":{"title":"T","version":"1"},"paths":{"/p\\u0041\\"":${ITEM},"/z":${ITEM}}}`;
  expect(paths(json)).toEqual(['/pA"', '/z']);
  expect(paths(JSON.stringify(JSON.parse(json), null, 2))).toEqual(['/pA"', '/z']);
});
