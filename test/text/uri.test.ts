import { expect, it } from 'vitest';
import { resolveUri } from '../../server/src/core/text';

it.each([
  ['./a.yaml', 'file:///work/a.yaml'],
  ['../b/c.yaml#/x', 'file:///b/c.yaml'],
  ['a%23b.yaml', 'file:///work/a%23b.yaml'],
  ['a b.yaml', 'file:///work/a%20b.yaml'],
  ['a%20b.yaml', 'file:///work/a%20b.yaml'],
  ['ü.yaml', 'file:///work/%C3%BC.yaml'],
  ['100%25.yaml', 'file:///work/100%25.yaml'],
])('%s beside the file is %s', (relative, expected) => {
  expect(resolveUri('file:///work/openapi.yaml', relative)).toBe(expected);
});
