import { describe, expect, it } from 'vitest';
import { hasModelKey, mayHaveRootKey } from '../../client/src/root-key';

describe('the search for a root key', () => {
  it.each([
    'openapi: 3.1.0',
    '# c\nswagger: "2.0"',
    '{"openapi":"3.0.0"}',
    '{\n  "swagger": "2.0"',
    '{"a":1,"openapi":"3.0.0"}',
    'stridewise: 1',
  ])('starts the server for %j', (text) => expect(mayHaveRootKey(text)).toBe(true));

  it.each(['', 'kind: Deployment', 'x-openapi: 3', '# about openapi'])('leaves it alone for %j', (text) =>
    expect(mayHaveRootKey(text)).toBe(false),
  );

  it('takes a text for a model only by a key at the root', () => {
    expect(hasModelKey('# Ours\nstridewise: 1\n')).toBe(true);
    expect(hasModelKey('---\nstridewise: 1\n')).toBe(true);
    expect(hasModelKey('tools:\n  stridewise: 1\n')).toBe(false);
    expect(hasModelKey('stridewise: 2\n')).toBe(true);
    expect(hasModelKey('stridewiser: 1\n')).toBe(false);
  });
});
