import { describe, expect, it } from 'vitest';
import { describe as read } from '../../server/src/core/openapi';
import { openDocument } from '../../server/src/core/text';

const HEAD = 'openapi: 3.1.0\npaths:\n  /a:\n    get: { responses: {} }\n  /b:\n';
const URI = 'file:///openapi.yaml';

/** What is told of a text, and the text that it points at. */
function told(text: string): readonly (readonly [string, string])[] {
  const document = openDocument(URI, text);
  const problems = read({ get: (uri) => (uri === URI ? document : undefined) }, URI)?.problems ?? [];
  return problems.map(({ message, at }) => [at.block.text.slice(at.start, at.end), message]);
}

const TAB = 'A tab stands where YAML wants blanks; write blanks instead';

describe('slips in YAML are told in plain words where they are', () => {
  it.each([
    ['\tget:\n\t\tresponses: {}\n', '\t'],
    ['    get:\n\t  summary: x\n      responses: {}\n', '\t'],
    ['    get:\n    \t\tsummary: x\n      responses: {}\n', '\t\t'],
    ['    get:\n      description: |\n\ttext\n      responses: {}\n', '\t'],
    ['    get:\n      description: some\n\ttext\n      responses: {}\n', '\t'],
    ['    get:\n      tags:\n\t- a\n      responses: {}\n', '\t'],
    ['    get:\n      parameters:\n      -\tname: a\n      \tin: query\n', '\t'],
    ['    get: {\n\tsummary: x,\n\tresponses: {} }\n', '\t'],
    ["    get: { summary: 'x\n\ty', responses: {} }\n", '\t'],
  ])('a tab: %j', (more, where) => {
    expect(told(HEAD + more)).toEqual([[where, TAB]]);
  });

  it.each([
    ['    get:\n      summary x\n      responses: {}\n', 'summary x', 'A colon is missing behind summary'],
    ['    get\n      summary: x\n      responses: {}\n', 'get', 'A colon is missing behind get'],
    ['    get:\n      summary:x\n      responses: {}\n', 'summary:x', 'A blank is missing behind the colon of summary'],
    ['    get:\n      summary: x\n    put\n', 'put', 'A colon is missing behind put'],
    [
      '    get:\n      summary: a: b\n      responses: {}\n',
      'a: b',
      'A colon with a blank behind it stands inside this text: put the text in quotes',
    ],
    [
      '    get:\n      tags:\n        - name: a: b\n      responses: {}\n',
      'a: b',
      'A colon with a blank behind it stands inside this text: put the text in quotes',
    ],
  ])('a colon: %j', (more, where, message) => {
    expect(told(HEAD + more)).toEqual([[where, message]]);
  });

  it.each([
    [
      '    get:\n      summary: x\n        responses: {}\n',
      'responses: {}',
      'The key responses is indented deeper than summary above it, which has a value already',
    ],
    ['    get: x\n      responses: {}\n', 'responses: {}', 'The key responses is indented deeper than get above it'],
    [
      '    get:\n      summary: x\n     responses: {}\n',
      'responses: {}',
      'This line is indented by 5 blanks, the lines above it by 4 or 6: put it under one of them',
    ],
    ['    get:\n        summary: x\n      responses: {}\n', 'responses: {}', 'This line is indented by 6 blanks, the'],
    ['    get:\n      tags:\n        - a\n       - b\n', '- b', 'by 7 blanks, the lines above it by 6 or 8'],
    ['    get:\n      summary: x\n      - b\n', '- b', 'An item of a list stands among keys'],
    ['    get:\n      tags:\n        - a\n        b: c\n', 'b: c', 'A key stands among the items of a list'],
    [' /c:\n    get: {}\n', '/c:', 'This line is indented by 1 blank, the lines above it by 2'],
  ])('indentation: %j', (more, where, message) => {
    const found = told(HEAD + more);
    expect(found.map(([text]) => text)).toEqual([where]);
    expect(found[0]?.[1]).toContain(message);
  });

  const QUOTE = 'The quote that opens here is not closed';
  it.each([
    ["    get:\n      summary: 'x\n      responses: {}\n", "'x", QUOTE],
    ['    get:\n      summary: "x # y\n      responses: {}\n', '"x # y', QUOTE],
    ["    get:\n      description: |\n        it's [\n      summary: 'x\n    put: {}\n", "'x", QUOTE],
    ["    get:\n      tags: ['a', \"b, c]\n      responses: {}\n", '"b, c]', QUOTE],
    ['    get:\n      tags: [a, b\n      responses: {}\n', '[', 'The [ that opens here is not closed'],
    ['    get: { summary: x\n    put: {}\n', '{', 'The { that opens here is not closed'],
    ["    get: { a: [], # it's {\n      b: { c: d }\n    put: {}\n", '{', 'The { that opens here is not closed'],
    ["    get:\n      summary: 'it's me'\n", "s me'", 'This stands behind the closing quote: an apostrophe'],
    ['    get:\n      summary: "a" b\n', 'b', 'This stands behind the closing quote: put all of the text in quotes'],
    ['    get:\n      summary: {id} of\n', 'of', 'This stands behind the closing }: put all of the text in quotes'],
  ])('quotes and brackets: %j', (more, where, message) => {
    const found = told(HEAD + more);
    expect(found.map(([text]) => text)).toEqual([where]);
    expect(found[0]?.[1]).toContain(message);
  });

  it.each([
    ['    get:\n      summary: @me\n', '@me', 'No text begins with @ in YAML: put it in quotes'],
    ['    get:\n      summary: `me`\n', '`me`', 'No text begins with a backtick in YAML: put it in quotes'],
    ['    get:\n      summary: %me\n', '%me', 'No text begins with % in YAML: put it in quotes'],
    ['    get:\n      pattern: "\\d+"\n', '\\d', '\\d means nothing in double quotes'],
    ['    get:\n      summary: ]x\n', ']x', 'No text begins with ] in YAML: put it in quotes'],
    ['    get:\n      summary: : x\n', ': : x', 'A colon stands where a value is expected'],
    ['    get:\n      &summary: b\n      c: d\n', '&summary: b', 'A & has a meaning of its own in YAML'],
    ['    get:\n      *a: b\n      c: d\n', 'b', 'A * has a meaning of its own in YAML'],
    ['    get:\n      a: b\n    @ put: {}\n', '@', 'No line begins with @ in YAML'],
    ["    get:\n      summary: 'it''\n      # more\n      responses: {}\n", "'it''", QUOTE],
    ["    get:\n      a: b\n    ' put: {}\n", "' put: {}", 'The quote that opens here is not closed'],
    ["    get:\n      '200':x\n      b: c\n", 'x', 'A blank is missing behind the colon'],
    ['    get:\n      summary: |foo\n', 'foo', 'The text stands beside its | or >'],
    ['    get: { tags: [a, b] responses: {} }\n', 'responses: {} }', 'A comma is missing in front of this'],
    ['    get: { summary: a b: c }\n', ': c }', 'A comma is missing in front of this, or the text before it wants'],
    ['    get: { tags: [, a] }\n', ', a] }', 'A value is missing in front of this comma'],
    ['    get: { summary: !<x }\n', '}', 'A ! begins a tag'],
    ['    get: { summary: "a\u0001" }\n', '\u0001" }', 'A control character stands here'],
  ])('signs: %j', (more, where, message) => {
    const found = told(HEAD + more);
    expect(found.map(([text]) => text)).toEqual([where]);
    expect(found[0]?.[1]).toContain(message);
  });

  it('is told of JSON at what can be seen', () => {
    const text = '{\n"openapi": "3.0.0"\n"info": {"title": "a"},\n"paths": {}}';
    expect(told(text)).toEqual([['"', 'A comma or a closing bracket is expected here']]);
  });

  it('loses nothing beside them', () => {
    const document = openDocument(URI, `${HEAD}\tget: {}\n  /c:\n    get: { responses: {} }\n`);
    const found = read({ get: (uri) => (uri === URI ? document : undefined) }, URI);
    expect(found?.operations.map(({ path }) => path)).toEqual(['/a', '/c']);
  });

  it('ends where a text begins with line breaks', () => {
    expect(openDocument(URI, '\n\n   - a\n b').blocks[0]?.error?.message).toContain('indented by 1 blank');
    expect(openDocument(URI, '\n- a\nb: @').blocks[0]?.error?.message).toContain('among the items');
  });

  it('takes long texts in its stride', () => {
    const long = '      - { a: "b", c: [d] }\n'.repeat(20_000);
    const found = told(`${HEAD}    get:\n      tags:\n${long}      x: 'y\n    put: {}\n`);
    expect(found.map(([text]) => text)).toEqual(["'y"]);
  });
});
