import { describe, expect, it } from 'vitest';
import { describe as read } from '../../server/src/core/openapi';
import { openDocument } from '../../server/src/core/text';

const URI = 'file:///openapi.json';
const ITEM = { get: { responses: { '200': { description: 'Fine }, "/x": {' } } } };
const SPEC = {
  openapi: '3.0.3',
  info: { title: 'Shop', version: '1' },
  paths: { '/a': ITEM, '/b': ITEM, '/c': { get: { responses: { '200': { $ref: '#/components/responses/Ok' } } } } },
  components: { responses: { Ok: { description: 'Fine' } }, schemas: { Order: { type: 'object' } } },
};
const TEXT = JSON.stringify(SPEC);

function told(text: string) {
  const document = openDocument(URI, text);
  expect(document.blocks.map((block) => block.text).join('')).toBe(text);
  const description = read({ get: (uri) => (uri === URI ? document : undefined) }, URI);
  return {
    paths: description?.operations.map(({ path }) => path),
    problems: description?.problems.map(({ code, at }) => `${code} in ${at.block.key}`),
  };
}

const B = TEXT.indexOf('"/b"');
const inB = (from: string, to: string) => TEXT.slice(0, B) + TEXT.slice(B).replace(from, to);

describe('Broken JSON on one line', () => {
  it.each([
    ['a missing bracket', inB('}}}}', '}}}')],
    ['a missing comma', inB('"200"', '"1" "200"')],
    ['an open string', inB('"responses"', '"responses')],
    ['a half-typed member', inB('{"get"', '{"post":{"resp,"get"')],
  ])('%s is lost with its path item alone', (_, text) => {
    expect(text).not.toBe(TEXT);
    expect(told(text)).toEqual({ paths: ['/a', '/c'], problems: ['syntax in /b'] });
  });

  it('a bracket too many is told and loses nothing', () => {
    const { paths, problems } = told(inB('}}}}', '}}}}}'));
    expect({ paths, problems }).toEqual({ paths: ['/a', '/b', '/c'], problems: ['syntax in /b'] });
  });

  it('what ends in the middle keeps what came before', () => {
    const { paths } = told(TEXT.slice(0, TEXT.indexOf('"/c"') + 20));
    expect(paths).toEqual(['/a', '/b']);
  });

  it('a whole one is no business of the recovery', () => {
    expect(told(TEXT)).toEqual({ paths: ['/a', '/b', '/c'], problems: [] });
  });
});
