import { describe, expect, it } from 'vitest';
import {
  blockAt,
  detectRoot,
  get,
  isTrue,
  openDocument,
  positionOf,
  rangeOf,
  spanOf,
} from '../../server/src/core/text';

function only(text: string) {
  const block = openDocument('file:///a.yaml', text).blocks.find(({ kind }) => kind === 'leaf');
  if (!block) throw new Error('no block');
  return block;
}

/** The text that a key's value spans, with the characters around it. */
function spanned(text: string, key: string): string {
  const block = only(text);
  const { start, end } = spanOf(block, get(block, get(block, 0, block.key), key));
  return `${block.text.slice(Math.max(0, start - 3), start)}<${block.text.slice(start, end)}>`;
}

describe('the span', () => {
  it.each([
    ['a scalar', 's:\n  x:\n    a: b c\n', 'a: <b c>'],
    ['quoted text', 's:\n  x:\n    a: "b"\n', ': "<b>'],
    ['an empty list', 's:\n  x:\n    a: []\n', 'a: <[]>'],
    ['an empty list with blanks', 's:\n  x:\n    a: [ ]\n', 'a: <[ ]>'],
    ['a mapping', 's:\n  x:\n    a:\n      b: c\n      d: e\n    f: g\n', '   <b: c\n      d: e>'],
    ['an absent value', 's:\n  x:\n    a:\n    b: c\n', '  a<>'],
  ])('of %s', (_name, text, expected) => {
    expect(spanned(text, 'a')).toBe(expected);
  });
});

it('takes quoted text for text, not for true', () => {
  const block = only('s:\n  x:\n    a: true\n    b: "true"\n');
  expect(isTrue(block, get(block, get(block, 0, block.key), 'a'))).toBe(true);
  expect(isTrue(block, get(block, get(block, 0, block.key), 'b'))).toBe(false);
});

describe('positions', () => {
  it.each(['\n', '\r\n', '\r'])('count lines that end in %j', (ending) => {
    const text = ['openapi: 3.0.0', 'paths:', '  /a:', '    get: {}', '  /b:', '    get: {}', ''].join(ending);
    const document = openDocument('file:///a.yaml', text);
    const { block, offset } = blockAt(document, { line: 4, character: 3 });
    expect(block.text.slice(offset, offset + 2)).toBe('b:');
    expect(positionOf(document, block, offset)).toEqual({ line: 4, character: 3 });
  });

  it('lie inside the line, whatever is asked', () => {
    const document = openDocument('file:///a.yaml', 'a: b\r\nc: d\r\n');
    for (const line of [0, 1, 2, 9]) {
      const { block, offset } = blockAt(document, { line, character: 99 });
      expect(block.text.slice(offset)).toMatch(/^(\r\n)?$/);
    }
  });

  it('of blocks that share a line', () => {
    const document = openDocument('file:///a.json', '{"openapi":"3.0.0","paths":{"/a":{},"/b":{}}}');
    const block = document.blocks.find(({ key }) => key === '/b');
    if (!block) throw new Error('no block');
    const range = rangeOf(document, { uri: document.uri, block, start: 0, end: 4 });
    expect(range).toEqual({ start: { line: 0, character: 36 }, end: { line: 0, character: 40 } });
    expect(blockAt(document, { line: 0, character: 38 })).toEqual({
      block,
      offset: 2,
      index: document.blocks.indexOf(block),
    });
  });
});

describe('the root key is looked for', () => {
  it('once, however many nested keys look like it', () => {
    const entry = '{"swagger":"2.0","paths":{"/a":{"description":"text of some length"}}}';
    expect(detectRoot(`{"apis":[${Array.from({ length: 20_000 }, () => entry).join(',')}]}`)).toBeNull();
  });

  it.each(['openapi: 3.0.0\n{{- if .Values.more }}\npaths: {}\n{{- end }}\n', 'openapi: 3.0.0\n{% if x %}\n'])(
    'in no template: %j',
    (text) => {
      expect(detectRoot(text)).toBeNull();
    },
  );
});
