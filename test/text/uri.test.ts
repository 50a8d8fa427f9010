import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { URI } from 'vscode-uri';
import { canonicalUri, resolveUri } from '../../server/src/core/text';

it.each([
  ['./a.yaml', 'file:///work/a.yaml'],
  ['../b/c.yaml#/x', 'file:///b/c.yaml'],
  ['../../../c.yaml', 'file:///c.yaml'],
  ['a%23b.yaml', 'file:///work/a%23b.yaml'],
  ['a b.yaml', 'file:///work/a%20b.yaml'],
  ['a%20b.yaml', 'file:///work/a%20b.yaml'],
  ['ü.yaml', 'file:///work/%C3%BC.yaml'],
  ['100%25.yaml', 'file:///work/100%25.yaml'],
  ['100%.yaml', 'file:///work/100%25.yaml'],
  ['a%28b%29.yaml', 'file:///work/a(b).yaml'],
  ['file:///c%40d/x.yaml#/a', 'file:///c@d/x.yaml'],
  ['https://a.example/%40', 'https://a.example/%40'],
  ['\ud800.yaml', 'file:///work/\ud800.yaml'],
])('%s beside the file is %s', (relative, expected) => {
  expect(resolveUri('file:///work/openapi.yaml', relative)).toBe(expected);
});

const NAMES = ['a (b)+c@d', "it's, [so] = $5 & more!", '{id}|^`"<>', '100%', 'ä#?;:', 'plain'];

it.each(NAMES)('%s has one spelling, whoever escapes it', (name) => {
  const path = `/work/${name}/openapi.yaml`;
  const asEditor = URI.file(path).toString();
  const asNode = pathToFileURL(path).href;
  const one = canonicalUri(asEditor);
  expect(canonicalUri(asNode)).toBe(one);
  expect(canonicalUri(one)).toBe(one);
  expect(URI.parse(one).fsPath).toBe(path);
  for (const base of [asEditor, asNode, one])
    expect(resolveUri(base, 'b.yaml')).toBe(one.replace('openapi.yaml', 'b.yaml'));
});

it('leaves the rest of a URI as it is', () => {
  expect(canonicalUri('vscode-vfs://github%2B7b/o/a%40b?x=%40#y%40')).toBe('vscode-vfs://github%2B7b/o/a@b?x=%40#y%40');
  expect(canonicalUri('untitled:Untitled-1')).toBe('untitled:Untitled-1');
  expect(canonicalUri('')).toBe('');
});
