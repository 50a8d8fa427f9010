import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
import { readBlock } from '../../server/src/core/text/read-block';
import type { Block } from '../../server/src/core/text/types';
import { composed, rejoins } from './differential';

const open = (text: string) => openDocument('file:///a.yaml', text);

/** The document as one block that js-yaml read: the oracle. */
function whole(text: string) {
  const block: Block = {
    text,
    kind: 'whole',
    depth: 0,
    keyStart: 0,
    key: '',
    column: 0,
    newlines: 0,
    ...readBlock(text),
  };
  return { ...open(''), blocks: [block] };
}

/** Empty values and section headers say nothing of their own: they are left out of the comparison. */
const said = (lines: readonly string[]) => lines.filter((line) => line !== 'empty');

function same(text: string): boolean {
  const document = open(text);
  const oracle = whole(text);
  expect(rejoins(document, text)).toBe(true);
  if (oracle.blocks[0]?.error || document.blocks.some((block) => block.error)) return false;
  expect(said(composed(document))).toEqual(said(composed(oracle)));
  return true;
}

const cases: Record<string, string> = {
  'key-like lines in a block scalar':
    'info:\n  description: |\n    paths:\n      /x: y\n  title: a\npaths:\n  /a:\n    get: {}\n',
  'quoted keys with a colon and a hash': 'paths:\n  "/a: b#c":\n    get: {}\n  \'/d\':\n    get: {}\n',
  'a sequence at the column of its key':
    'tags:\n- name: a\n- name: b\npaths:\n  /a:\n    get:\n      tags:\n      - a\n',
  CRLF: 'openapi: 3.0.0\r\npaths:\r\n  /a:\r\n    get: {}\r\n  /b:\r\n    get: {}\r\n',
  'a byte order mark': '\uFEFFopenapi: 3.0.0\npaths:\n  /a:\n    get: {}\n',
  'comments at the left': 'paths:\n  /a:\n    get: {}\n# said\n  /b:\n    get: {}\n',
  'flow style': 'info: { title: a, version: 1 }\npaths: {}\n',
  'an indented root': '  openapi: 3.0.0\n  paths:\n    /a:\n      get: {}\n',
  'a leading document marker': '---\nopenapi: 3.0.0\npaths:\n  /a: {}\n',
  'an anchor on a section': 'paths: &p\n  /a:\n    get: {}\n',
  'multi-line plain and quoted text': 'info:\n  a: one\n    two\n  b: "three\n    four"\npaths:\n  /a: {}\n',
  'pretty JSON':
    '{\n  "openapi": "3.0.0",\n  "paths": {\n    "/a": {"get": {}},\n    "/b": {"x": [1, 2, {"y": "\\u00e9"}]}\n  }\n}\n',
  'minified JSON': '{"openapi":"3.0.0","paths":{"/a":{"get":{}},"/b":{"post":{"tags":["x"]}}},"tags":[]}',
};

describe('a document', () => {
  it.each(Object.entries(cases))('reads %s as a reading of the whole text does', (_name, text) => {
    expect(same(text)).toBe(true);
  });

  it('cuts path items and components, in minified JSON too', () => {
    const blocks = open(cases['minified JSON'] ?? '').blocks;
    expect(blocks.map((block) => `${block.kind} ${block.key}`)).toEqual([
      'prologue ',
      'leaf openapi',
      'head paths',
      'leaf /a',
      'leaf /b',
      'leaf tags',
    ]);
  });

  it.each(['{', '"', "'", '\t', '- ', '[', '<<<<<<< HEAD\n', ': '])(
    'keeps the error of a typed %j in its block',
    (typed) => {
      const text = `openapi: 3.0.0\npaths:\n${[1, 2, 3, 4].map((n) => `  /p${n}:\n    get:\n      summary: s\n`).join('')}`;
      const at = { line: 7, character: 15 };
      const broken = changeDocument(open(text), [{ range: { start: at, end: at }, text: typed }]);
      const lost = broken.blocks.filter((block) => block.error).map((block) => block.key);
      expect(lost.length).toBeLessThanOrEqual(1);
      expect(broken.blocks.map((block) => block.key)).toContain('/p4');
    },
  );

  it.each(['/new', '"/new"', '""', '@', '-', '/new:x', '/new\n    get: {}', 'new'])(
    'keeps the other children of a section whose first is still being typed: %j',
    (typed) => {
      const blocks = open(`openapi: 3.0.0\npaths:\n  ${typed}\n  /a:\n    get: {}\n  /b: {}\ntags: []\n`).blocks;
      expect(blocks.filter(({ error }) => error === null).map(({ key }) => key)).toEqual(
        expect.arrayContaining(['openapi', 'paths', '/a', '/b', 'tags']),
      );
    },
  );

  it.each(['""', "'/x'", '/x', '@x: 1'])(
    'keeps what stands above and below a line that is no entry yet: %j',
    (typed) => {
      const blocks = open(`openapi: 3.0.0\npaths:\n  /a: {}\n  ${typed}\n  /b: {}\n`).blocks;
      expect(blocks.filter(({ error }) => error === null).map(({ key }) => key)).toEqual(
        expect.arrayContaining(['/a', '/b']),
      );
    },
  );

  it('keeps the last child above a root key that is being typed', () => {
    const blocks = open('openapi: 3.0.0\npaths:\n  /a: {}\n  /b: {}\ncom\n').blocks;
    expect(blocks.filter(({ error }) => error === null).map(({ key }) => key)).toContain('/b');
  });

  it.each(['t', 'tags', '"ta"', 'servers\r'])(
    'keeps the last child above a root key that is typed between two others: %j',
    (typed) => {
      const blocks = open(`openapi: 3.0.0\npaths:\n  /a: {}\n  /b: {}\n${typed}\n# a comment\n\ninfo: {}\n`).blocks;
      expect(blocks.map(({ key, error }) => (error === null ? key : 'broken'))).toEqual([
        'openapi',
        'paths',
        '/a',
        '/b',
        'broken',
        'info',
      ]);
    },
  );

  it('tells nothing apart by a word that lines further in follow', () => {
    const blocks = open('openapi: 3.0.0\npaths:\n  /a: {}\nwrong\n  /b: {}\ninfo: {}\n').blocks;
    expect(blocks.map(({ key }) => key)).toEqual(['openapi', 'paths', '/a', '/b', 'info']);
  });

  it('keeps the blocks that an edit does not touch', () => {
    const text = cases.CRLF ?? '';
    const before = open(text);
    const at = { line: 3, character: 8 };
    const after = changeDocument(before, [{ range: { start: at, end: at }, text: ' ' }]);
    expect(after.blocks.filter((block) => !before.blocks.includes(block))).toHaveLength(1);
  });

  it('cuts a JSON section that gets its first member', () => {
    const before = openDocument('file:///a.json', '{"stridewise": 1, "mitigations": {}}', 'model');
    const at = { line: 0, character: 34 };
    const after = changeDocument(before, [{ range: { start: at, end: at }, text: '"q": {"z": 1}' }]);
    expect(after.blocks.map((block) => block.key)).toEqual(['', 'stridewise', 'mitigations', 'q']);
  });

  it('never holds one block twice', () => {
    const document = open('a:\n  x: 1\nb:\n  x: 1\nb:\n  x: 1\n');
    expect(new Set(document.blocks).size).toBe(document.blocks.length);
  });

  it('counts positions in UTF-16', () => {
    const document = open('info:\n  title: "\u{1F600}é"\npaths:\n  /a: {}\n');
    const block = document.blocks[1];
    if (!block) throw new Error('no block');
    expect(positionOf(document, block, block.text.indexOf('é'))).toEqual({ line: 1, character: 12 });
  });

  it('gives no range for a block that is gone', () => {
    const document = open('a: 1\n');
    const gone = open('b: 1\n').blocks[0];
    if (!gone) throw new Error('no block');
    expect(rangeOf(document, { uri: 'file:///a.yaml', block: gone, start: 0, end: 1 })).toBeNull();
  });

  it.each([
    ['nothing', ''],
    ['binary', '\0\u0001\u0002PK\u0003'],
    ['lone carriage returns', 'a: 1\rb: 2\r'],
    ['two documents', 'openapi: 3.0.0\n---\nopenapi: 3.0.1\n'],
    ['an unclosed quote', 'a: "b\nc: d\n'],
    ['deep nesting', `a: ${'['.repeat(10_000)}`],
    ['deep nesting in JSON', `{"a": ${'['.repeat(10_000)}${']'.repeat(10_000)}}`],
    ['an alias bomb', 'a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n'],
  ])('takes %s without throwing', (_name, text) => {
    expect(textOf(open(text))).toBe(text);
  });
});

describe('edits', () => {
  const piece = fc.constantFrom(
    'a',
    ' ',
    '\n',
    ':',
    '  ',
    '"',
    '{',
    '}',
    '- ',
    '#',
    '\t',
    ',',
    '/x:\n',
    'paths:\n',
    '\r\n',
    '1',
  );
  const base = fc.constantFrom(...Object.values(cases));
  const edit = fc.record({
    at: fc.nat(),
    remove: fc.nat(8),
    text: fc.array(piece, { maxLength: 3 }).map((parts) => parts.join('')),
  });

  it('give the text that they say, block by block', () => {
    fc.assert(
      fc.property(base, fc.array(edit, { minLength: 1, maxLength: 8 }), (start, edits) => {
        let text = start;
        let document = open(start);
        for (const { at, remove, text: typed } of edits) {
          const from = at % (text.length + 1);
          const to = Math.min(text.length, from + remove);
          if (splitsLineBreak(text, from) || splitsLineBreak(text, to)) continue;
          document = changeDocument(document, [
            { range: { start: locate(text, from), end: locate(text, to) }, text: typed },
          ]);
          text = text.slice(0, from) + typed + text.slice(to);
        }
        expect(textOf(document)).toBe(text);
      }),
      { numRuns: 600 },
    );
  });

  it('read what a fresh reading reads, wherever that finds no error', () => {
    fc.assert(
      fc.property(base, fc.array(edit, { minLength: 1, maxLength: 4 }), (start, edits) => {
        let text = start;
        let document = open(start);
        for (const { at, remove, text: typed } of edits) {
          const from = at % (text.length + 1);
          const to = Math.min(text.length, from + remove);
          if ([from, to].some((offset) => splitsLineBreak(text, offset))) continue;
          document = changeDocument(document, [
            { range: { start: locate(text, from), end: locate(text, to) }, text: typed },
          ]);
          text = text.slice(0, from) + typed + text.slice(to);
        }
        const fresh = open(text);
        // A broken JSON member keeps its own error, though the whole might pass for YAML in flow style.
        const isComparable = !hasError(fresh) && !(document.syntax === 'json' && hasError(document));
        if (isComparable) expect(said(composed(document))).toEqual(said(composed(fresh)));
      }),
      { numRuns: 600 },
    );
  });
});

const hasError = (document: SourceDocument) => document.blocks.some((block) => block.error);

const splitsLineBreak = (text: string, at: number) => text[at - 1] === '\r';

function locate(text: string, offset: number) {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

const corpus = process.env.STRIDEWISE_CORPUS;

describe('real specifications', () => {
  if (!corpus || !existsSync(corpus)) {
    it.skip('skipped: set STRIDEWISE_CORPUS to a folder of specifications', () => undefined);
    return;
  }
  it('read as js-yaml reads them whole', { timeout: 600_000 }, () => {
    const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.(ya?ml|json)$/.test(file),
    );
    const different: string[] = [];
    let compared = 0;
    for (const file of files) {
      const text = readFileSync(join(corpus, file), 'utf8');
      const document = open(text);
      const oracle = whole(text);
      if (oracle.blocks[0]?.error) continue;
      compared++;
      const a = said(composed(document));
      const b = said(composed(oracle));
      if (a.length !== b.length || a.some((line, index) => line !== b[index])) different.push(file);
    }
    expect(different).toEqual([]);
    console.info(`${compared} of ${files.length} files compared, none differs`);
  });
});
