import { expect, test } from 'vitest';
import { pathBetween, pathIfAny } from '../../server/src/core/features/path-between';
import { resolveUri } from '../../server/src/core/text';

const MODEL = 'file:///work/models/shop.threats.yaml';

test.each([
  ['file:///work/models/openapi.yaml', './openapi.yaml'],
  ['file:///work/models/parts/a.yaml', './parts/a.yaml'],
  ['file:///work/api/openapi.yaml', '../api/openapi.yaml'],
  ['file:///work/api/with%20blank.yaml', '../api/with blank.yaml'],
  ['file:///work/api/c%23.yaml', '../api/c%23.yaml'],
  ['file:///work/api/50%25.yaml', '../api/50%.yaml'],
])('%s is found again by how a model names it', (uri, path) => {
  expect(pathBetween(MODEL, uri)).toBe(path);
  expect(resolveUri(MODEL, path)).toBe(uri);
  expect(pathIfAny(MODEL, uri)).toBe(path);
});

test.each(['memfs:/work/openapi.yaml', 'untitled:Untitled-1'])('no path leads to %s', (uri) => {
  expect(pathIfAny(MODEL, uri)).toBeNull();
});
