import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/core/features/apply-edits';
import { openDocument, textOf } from '../../server/src/core/text';
import { type Change, editDocument, Fill } from '../../server/src/core/text/edit';
import { LAYOUTS, layOut } from '../support/layouts';

function edited(text: string, changes: readonly Change[]): string | null {
  const document = openDocument('file:///openapi.yaml', text);
  const made = editDocument(document, changes);
  if (made === null) return null;
  const after = applyEdits(text, made.edits);
  expect(textOf(made.after)).toBe(after);
  return after;
}

const lines = (...all: readonly string[]) => `${all.join('\n')}\n`;

const YAML = lines(
  'openapi: 3.1.0 # the version',
  'servers:',
  '- url: http://a.example # main',
  "- url: 'http://b.example'",
  'paths:',
  '  /a:',
  '    get:',
  '      tags: [ one ]',
  '      responses:',
  "        '200': { description: fine }",
  '',
  '  # about b',
  '  /b:',
  '    post:',
  '      security: []',
  '      responses:',
  '        200:',
  '          description: |',
  '            a # no comment',
  '',
  '# the end',
);

describe('an edit of a document in lines', () => {
  const set = (
    path: readonly (string | number)[],
    value: (Change & { kind: 'set' })['value'],
    after?: string,
  ): Change => (after === undefined ? { kind: 'set', path, value } : { kind: 'set', path, value, after });

  it.each<readonly [string, Change, string, string]>([
    ['a plain text', set(['servers', 0, 'url'], 'https://a.example'), 'http://a.example', 'https://a.example'],
    ['a text in quotes', set(['servers', 1, 'url'], "it's"), "'http://b.example'", "'it''s'"],
    [
      'empty brackets',
      set(['paths', '/b', 'post', 'security'], [{ key: [] }]),
      'security: []',
      'security: [{ key: [] }]',
    ],
    [
      'a status in the quotes of its neighbours',
      set(['paths', '/a', 'get', 'responses', '429'], { $ref: '#/x' }),
      '{ description: fine }\n',
      "{ description: fine }\n        '429':\n          $ref: '#/x'\n",
    ],
    [
      'a status without quotes, behind a text of several lines',
      set(['paths', '/b', 'post', 'responses', '429'], { description: 'No' }),
      'a # no comment\n',
      "a # no comment\n        429:\n          description: 'No'\n",
    ],
    [
      'an entry behind another, lists without a step as elsewhere',
      set(['security'], [{ key: ['a'] }], 'servers'),
      "'http://b.example'\n",
      "'http://b.example'\nsecurity:\n- key:\n  - a\n",
    ],
    [
      'mappings that are not there, in front of what ends the file',
      set(['components', 'responses', 'X'], { description: 'X' }),
      'a # no comment\n',
      'a # no comment\ncomponents:\n  responses:\n    X:\n      description: X\n',
    ],
    ['an item', { kind: 'append', path: ['servers'], value: { url: '/c' } }, "b.example'\n", "b.example'\n- url: /c\n"],
    [
      'an item in brackets',
      { kind: 'append', path: ['paths', '/a', 'get', 'tags'], value: 'two' },
      'one ',
      'one, two ',
    ],
    ['an item less', { kind: 'remove', path: ['servers', 0] }, '- url: http://a.example # main\n', ''],
    ['an entry less', { kind: 'remove', path: ['paths', '/b', 'post', 'security'] }, '      security: []\n', ''],
    ['another key', { kind: 'rename', path: ['paths', '/a', 'get'], key: 'post' }, '    get:', '    post:'],
  ])('writes %s', (_name, change, from, to) => {
    expect(edited(YAML, [change])).toBe(YAML.replace(from, () => to));
    const crlf = YAML.replaceAll('\n', '\r\n');
    const wanted = YAML.replace(from, () => to).replaceAll('\n', '\r\n');
    expect(edited(crlf, [change])).toBe(wanted);
  });

  it('puts several into one place in the order of their depth', () => {
    const text = lines('a:', '  b:', '    c: 1');
    expect(edited(text, [set(['x'], 1), set(['a', 'w'], 2), set(['a', 'b', 'z'], new Fill(3))])).toBe(
      lines('a:', '  b:', '    c: 1', '    z: 3', '  w: 2', 'x: 1'),
    );
  });

  it('joins what is made anew at one place', () => {
    expect(edited('a: 1\n', [set(['b', 'c'], 1), set(['b', 'd'], 2)])).toBe('a: 1\nb:\n  c: 1\n  d: 2\n');
  });

  it.each([
    ['its end', 'a: |\n  one\n  two\nc: 1\n', 'a: b\nc: 1\n'],
    [
      'no line break at its end, blank lines, a comment',
      'x: y |\na: >- # note\n\n  one\n\n  two\n\n\nc: 1\n',
      'x: y |\na: b\n\n\nc: 1\n',
    ],
    ['blank lines between and behind', 'x: y |\na: |+\n  one\n\n  two\n\n\nc: 1\n', 'x: y |\na: b\n\n\nc: 1\n'],
    ['a line below its key', 'x: y |\na:\n  one\n  two\nc: 1\n', 'x: y |\na:\n  b\nc: 1\n'],
  ])('puts a text in the place of one in lines: %s', (_name, text, wanted) => {
    expect(edited(text, [set(['a'], 'b')])).toBe(wanted);
  });

  it.each([
    ['a mapping in lines by another value', 'a:\n  b: 1\n', set(['a'], 'b')],
    ['an entry of what an alias means', 'a: &x { b: 1 }\nc: *x\n', set(['c', 'd'], 1)],
    ['an entry of a text', 'a: text\n', set(['a', 'b'], 1)],
    ['the only item', 'a:\n  - b\n', { kind: 'remove', path: ['a', 0] } as const],
  ])('refuses %s', (_name, text, change) => {
    expect(edited(text, [change])).toBeNull();
  });

  const two: readonly Change[] = [
    set(['security'], [{ a: [] }]),
    set(['paths', '/a', 'responses', '429'], { description: 'Wait' }),
  ];

  it.each([
    [
      'an end of the document',
      '---\npaths:\n  /a:\n    responses: {}\n...\n',
      '---\npaths:\n  /a:\n    responses: { "429": { description: Wait } }\nsecurity:\n  - a: []\n...\n',
    ],
    [
      'a second document',
      'paths:\n  /a:\n    responses:\n---\nb: 1\n',
      'paths:\n  /a:\n    responses:\n      "429":\n        description: Wait\nsecurity:\n  - a: []\n---\nb: 1\n',
    ],
    [
      'a byte order mark',
      '\uFEFF{"paths":{"/a":{"responses":{}}}}',
      '\uFEFF{"paths":{"/a":{"responses":{"429":{"description":"Wait"}}}},"security":[{"a":[]}]}',
    ],
    [
      'comments in JSON',
      '{\n  // note\n  "paths": {\n    "/a": {\n      "responses": {} // none\n    }\n  }\n}\n',
      '{\n  // note\n  "paths": {\n    "/a": {\n      "responses": {\n        "429": {\n          "description": "Wait"\n        }\n      } // none\n    }\n  },\n  "security": [\n    {\n      "a": []\n    }\n  ]\n}\n',
    ],
    [
      'a text in lines, with blank ones behind',
      'paths:\n    /a:\n        responses:\n            "200":\n                description: >-\n                    b\n\n                    c\n\n\n',
      'paths:\n    /a:\n        responses:\n            "200":\n                description: >-\n                    b\n\n                    c\n            "429":\n                description: Wait\nsecurity:\n  - a: []\n\n\n',
    ],
    [
      'a root that stands in',
      '  paths:\n    /a:\n      responses: {}\n',
      '  paths:\n    /a:\n      responses: { "429": { description: Wait } }\n  security:\n    - a: []\n',
    ],
    [
      'blanks around colons, a tag, a question mark',
      'paths: !!map\n  "/a" : \n    ? responses\n    : {}',
      'paths: !!map\n  "/a" : \n    ? responses\n    : { "429": { description: Wait } }\nsecurity:\n  - a: []',
    ],
  ])('knows %s', (_name, text, wanted) => {
    expect(edited(text, two)).toBe(wanted);
  });

  it('goes in front where it cannot stand behind: a text that keeps its blank lines', () => {
    const text = 'a:\n  b: |+\n    text\n\n\nc: 1\n';
    expect(edited(text, [set(['a', 'd'], 1)])).toBe('a:\n  d: 1\n  b: |+\n    text\n\n\nc: 1\n');
  });
});

describe('an edit of any layout', () => {
  const key = fc.constantFrom('a', 'b', 'type', '200', '/x/{id}', 'x y');
  const scalar = fc.oneof(
    fc.constantFrom('', 'text', 'yes', '12', 'a: b', "it's", '"q"', '#', 'http://a'),
    fc.integer(),
    fc.boolean(),
  );
  const value = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      scalar,
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
    ),
  })).tree;
  const root = fc.record({
    openapi: fc.constant('3.1.0'),
    info: value,
    paths: fc.dictionary(key, value, { minKeys: 1, maxKeys: 3 }),
  });

  it.each(LAYOUTS)('says what was wanted, and leaves every other value alone: %s', (layout) => {
    fc.assert(
      fc.property(root, key, scalar, (tree, name, written) => {
        const text = layOut(tree, layout);
        const [path = ''] = Object.keys(tree.paths);
        const inner = tree.paths[path];
        const isMap = typeof inner === 'object' && inner !== null && !Array.isArray(inner);
        const change: Change = isMap
          ? { kind: 'set', path: ['paths', path, `${name}!`], value: written }
          : { kind: 'set', path: ['paths', `${name}!`], value: { deep: [written] } };
        const after = edited(text, [change]);
        expect(after, text).not.toBeNull();
        const wanted = structuredClone(tree) as { paths: Record<string, unknown> };
        if (isMap) wanted.paths[path] = { ...inner, [`${name}!`]: written };
        else wanted.paths[`${name}!`] = { deep: [written] };
        expect(layOut(load(after ?? ''), 'pretty JSON')).toBe(layOut(wanted, 'pretty JSON'));
        // What was there is there: the text without what came in is the old one.
        expect(isGrown(text, after ?? ''), after ?? '').toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

/** Whether one text is another with one stretch put in; an empty value may have become braces. */
function isGrown(before: string, after: string): boolean {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  const rest = before.slice(start);
  return after.endsWith(rest) || /^[\s}]/.test(rest);
}
