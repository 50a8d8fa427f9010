import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  analyse,
  changeDocument,
  documentHighlights,
  documentLinks,
  documentSymbols,
  foldingRanges,
  formatDocument,
  inlayHints,
  lensesOf,
  lensText,
  openDocument,
  type SourceDocument,
  selectionRanges,
  semanticTokens,
  Workspace,
  workspaceSymbols,
} from '../../../server/src/core/index';
import { TODAY } from '../../support/check';

const FOLDER = new URL('../../../examples/shop/', import.meta.url);
const EXAMPLE = readFileSync(new URL('shop.threats.yaml', FOLDER), 'utf8');
const URI = 'file:///workspace/shop.threats.yaml';
const spec = openDocument('file:///workspace/openapi.yaml', readFileSync(new URL('openapi.yaml', FOLDER), 'utf8'));

/** All that an editor may ask of a model, at one position. */
function everything(document: SourceDocument, line: number, character: number) {
  const workspace = Workspace.empty.withAll([spec, document]);
  const analysis = analyse(workspace, { today: TODAY });
  const position = { line, character };
  const range = { start: { line: 0, character: 0 }, end: position };
  return {
    symbols: documentSymbols(document),
    found: workspaceSymbols(workspace, analysis, 'or').map(({ name }) => name),
    folds: foldingRanges(document),
    selections: selectionRanges(document, position),
    links: documentLinks(document),
    lenses: lensesOf(document).map((lens) => lensText(workspace, analysis, URI, lens)?.title),
    hints: inlayHints(analysis, document, range),
    tokens: semanticTokens(document),
    highlights: documentHighlights(document, position),
    edits: formatDocument(document, range),
  };
}

const put = fc.constantFrom(
  '',
  ' ',
  '\n',
  '\n\n',
  '\t',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  ': ',
  '- ',
  '#',
  '&a ',
  '*a',
  '|\n',
  '---\n',
  '!',
  '%',
  '\r',
  '\0',
  '\uFEFF',
  '<<<<<<< x\n',
);
const edit = fc.tuple(fc.nat(EXAMPLE.split('\n').length), fc.nat(40), fc.nat(2), fc.nat(9), put);

test('an edited model is answered for as one that was opened, and nothing throws', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), fc.nat(150), fc.nat(60), (edits, line, character) => {
      let document = openDocument(URI, EXAMPLE, 'model', true);
      for (const [from, at, lines, length, text] of edits) {
        const end = lines === 0 ? { line: from, character: at + length } : { line: from + lines, character: length };
        document = changeDocument(document, [{ range: { start: { line: from, character: at }, end }, text }]);
      }
      const fresh = openDocument(URI, document.blocks.map((block) => block.text).join(''), 'model');
      const [now, wanted] = [document, fresh].map((one) => everything(one, line, character));
      // What does not read keeps the meaning that it had, and what is half typed may be cut otherwise.
      const isWhole = document.blocks.every(({ error }) => error === null);
      if (isWhole && fresh.blocks.length === document.blocks.length) expect(now).toEqual(wanted);
    }),
    { numRuns: 25 },
  );
});

test.each([
  ['nothing', ''],
  ['a blank', ' '],
  ['an alias of nothing', 'stridewise: 1\nthreats:\n  a: *b\n'],
  ['a list for a section', 'stridewise: 1\nthreats: [a, b]\n'],
  ['a text for a section', 'stridewise: 1\nthreats: a\nmitigations: |\n  a\n  b\n'],
  ['brackets without end', 'stridewise: 1\nthreats: { a: { b: [ c\n'],
  ['a key of several lines', 'stridewise: 1\n? a\n  b\n: c\n'],
  ['a key that is a list', 'stridewise: 1\nthreats:\n  ? [a, b]\n  : c\n'],
  ['two documents', 'a: 1\n---\nstridewise: 1\nthreats:\n    a: {title:   x}\n'],
  ['brackets alone', '{ stridewise: 1, threats: { a: { title: x, dread: 1/2/3/4/5 } } }\n'],
  ['JSON', '{ "stridewise": 1, "threats": { "a": { "title": "x", "affects": ["GET /orders"] } } }'],
  ['old line ends', 'stridewise: 1\rthreats:\r  a: { title: x }\r'],
  ['deep nesting', `stridewise: 1\nx-deep: ${'['.repeat(90)}${']'.repeat(90)}\n`],
  ['a path like a pattern of its own', 'stridewise: 1\nthreats:\n  a: { affects: "GET /{/*}/**}" }\n'],
])('%s', (_, text) => {
  const asked = everything(openDocument(URI, text, 'model'), 1, 3);
  expect(asked.symbols.every(({ name }) => name.trim() !== '')).toBe(true);
});
