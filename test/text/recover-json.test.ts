import { describe, expect, it } from 'vitest';
import { openDocument, textOf } from '../../server/src/core/text';

const spec = {
  openapi: '3.0.3',
  paths: { '/a': { get: { tags: ['a'] } }, '/b': { get: { tags: ['b'] } }, '/c': { get: {} } },
  components: { schemas: { A: { type: 'object' }, B: { type: 'string' } } },
};
const pretty = JSON.stringify(spec, null, 2);

describe('broken JSON', () => {
  it.each([
    ['a missing bracket', pretty.replace('"b"\n        ]', '"b"\n        ')],
    ['a missing brace', pretty.replace('"tags": [\n          "b"\n        ]\n      }', '"tags": []\n')],
    ['an open quote', pretty.replace('"b"\n', '"b\n')],
    ['conflict markers', pretty.replace('"b"\n', '<<<<<<< HEAD\n"b"\n=======\n"c"\n>>>>>>> other\n')],
  ])('with %s loses one path item', (_name, text) => {
    const document = openDocument('file:///a.json', text);
    expect(textOf(document)).toBe(text);
    expect(document.blocks.filter(({ error }) => error).map(({ key }) => key)).toEqual(['/b']);
    expect(document.blocks.map(({ key }) => key)).toEqual(expect.arrayContaining(['/a', '/c', 'A', 'B']));
  });

  it('that ends early keeps what stands before', () => {
    const document = openDocument('file:///a.json', pretty.slice(0, pretty.indexOf('"/c"') + 20));
    expect(document.blocks.filter(({ tree }) => tree).map(({ key }) => key)).toEqual(
      expect.arrayContaining(['/a', '/b']),
    );
  });
});
