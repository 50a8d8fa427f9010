import { expect, it } from 'vitest';
import { readModel } from '../../server/src/core/model';
import { detectRoot, openDocument } from '../../server/src/core/text';

const problems = (text: string) =>
  readModel(openDocument('file:///m.yaml', text, 'model')).problems.map(
    ({ code, at }) => `${code} at ${at.block.text.slice(at.start, at.end)}`,
  );

it.each([
  ['stridewise: 2\ntitle: T\n', ['unknown-version at 2']],
  ['stridewise: 1.0\ntitle: T\n', ['unknown-version at 1.0']],
  ['stridewise: v1\ntitle: T\n', ['unknown-version at v1']],
  ['stridewise:\ntitle: T\n', ['unknown-version at stridewise']],
  ['stridewise: "1"\ntitle: T\n', []],
  ['stridewise: 1\ntitle: T\n', []],
])('%j is ours, and an unknown version is told where it stands', (text, expected) => {
  expect(detectRoot(text)).toBe('model');
  expect(problems(text)).toEqual(expected);
});

it('the same in JSON, and the rest is read all the same', () => {
  const text = '{ "stridewise": 2, "title": "Shop" }';
  expect(detectRoot(text)).toBe('model');
  expect(readModel(openDocument('file:///m.json', text, 'model')).title).toBe('Shop');
});

it.each(['stridewise_version: 1\n', 'on:\n  stridewise: 1\n', 'stridewise:1\n', '# stridewise: 1\n'])(
  '%j is not ours',
  (text) => {
    expect(detectRoot(text)).toBeNull();
  },
);
