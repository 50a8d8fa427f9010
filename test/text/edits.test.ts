import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeDocument,
  openDocument,
  positionOf,
  rangeOf,
  type SourceDocument,
  textOf,
} from '../../server/src/core/text';

const spec = `openapi: 3.0.3
info:
  title: Shop
paths:
  /a:
    get:
      summary: |
        text
      tags: [a, b]
    post: {}
  # said
  /b:
    get: &x
      deprecated: true
  "/c: d":
    put: *x
components:
  schemas:
    A:
      type: object
    B: { type: string }
  securitySchemes:
    key:
      type: http
tags:
- name: a
`;
const model = `stridewise: 1
apis:
  shop: { spec: ./a.yaml }
threats:
  one:
    title: t
  two:
    title: u
`;
const typed = fc.constantFrom(
  ...[
    'a',
    ' ',
    '  ',
    '\n',
    ':',
    ': ',
    '"',
    '{',
    '}',
    '- ',
    '#',
    '\t',
    'x\n',
    '\n  ',
    '\n    ',
    '---\n',
    '? ',
    '& ',
    '',
  ],
  ...[
    '  /n:\n    get: {}\n',
    '  /n:\n',
    'paths:\n',
    'components:\n',
    'tags:\n',
    '    N:\n      x: y\n',
    '/q: r',
    '\r\n',
    '\uFEFF',
  ],
);
const edit = fc.record({ at: fc.nat(), remove: fc.oneof(fc.constant(0), fc.nat(6), fc.nat(90)), text: typed });
type Edit = { readonly at: number; readonly remove: number; readonly text: string };

/** Everything that a document knows, block by block. */
function told(document: SourceDocument) {
  return document.blocks.map(({ text, kind, depth, keyStart, key, column, newlines, tree, anchors, error }, at) => ({
    ...{ text, kind, depth, keyStart, key, column, newlines, anchors, error },
    tree: tree && [...tree],
    start: [document.lines[at], document.characters?.[at]],
  }));
}

function positionAt(text: string, offset: number) {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

const isInsideBreak = (text: string, at: number) => text[at - 1] === '\r' && text[at] === '\n';

function applied(document: SourceDocument, text: string, { at, remove, text: inserted }: Edit) {
  const from = at % (text.length + 1);
  const to = Math.min(text.length, from + remove);
  if (isInsideBreak(text, from) || isInsideBreak(text, to)) return { document, text };
  const range = { start: positionAt(text, from), end: positionAt(text, to) };
  return {
    document: changeDocument(document, [{ range, text: inserted }]),
    text: text.slice(0, from) + inserted + text.slice(to),
  };
}

describe.each([
  ['a specification', spec, 'spec'],
  ['a specification with CRLF', spec.replaceAll('\n', '\r\n'), 'spec'],
  ['a model', model, 'model'],
] as const)('random edits of %s', (_name, start, kind) => {
  it('give what a fresh reading gives, broken or not', () => {
    const property = fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
      let now = { document: openDocument('file:///a.yaml', start, kind), text: start as string };
      for (const each of edits) {
        now = applied(now.document, now.text, each);
        expect(textOf(now.document)).toBe(now.text);
        expect(new Set(now.document.blocks).size).toBe(now.document.blocks.length);
        expect(told(now.document)).toEqual(told(openDocument('file:///a.yaml', now.text, kind)));
      }
    });
    fc.assert(property, { numRuns: 500 });
  });
});

/** Blocks of `after` that `before` does not hold. */
function fresh(before: SourceDocument, after: SourceDocument): readonly string[] {
  return after.blocks.filter((block) => !before.blocks.includes(block)).map((block) => block.key);
}

function insert(document: SourceDocument, line: number, text: string): SourceDocument {
  const at = { line, character: 0 };
  return changeDocument(document, [{ range: { start: at, end: at }, text }]);
}

describe('an edit reads', () => {
  const before = openDocument('file:///a.yaml', spec);

  it.each([
    ['inside a path item', 6, '      operationId: a\n', ['/a']],
    ['a new path item', 11, '  /n:\n    get: {}\n', ['/n']],
    ['a new component', 20, '    N: {}\n', ['N']],
    ['a new root key', 3, 'servers: []\n', ['servers']],
  ])('%s alone', (_name, line, text, keys) => {
    expect(fresh(before, insert(before, line, text))).toEqual(keys);
  });

  it('nothing when what was there before comes back as a whole', () => {
    const after = changeDocument(before, [{ text: spec }]);
    expect(fresh(before, after)).toEqual([]);
  });
});

describe('a place', () => {
  it('moves with its block', () => {
    const before = openDocument('file:///a.yaml', spec);
    const block = before.blocks.find(({ key }) => key === '/b');
    if (!block) throw new Error('no block');
    const place = { uri: before.uri, block, start: block.keyStart, end: block.keyStart + 2 };
    const after = insert(before, 1, 'servers: []\n');
    expect(rangeOf(before, place)).toEqual({ start: { line: 11, character: 2 }, end: { line: 11, character: 4 } });
    expect(rangeOf(after, place)?.start.line).toBe(12);
    expect(positionOf(after, block, block.keyStart)).toEqual({ line: 12, character: 2 });
  });
});
