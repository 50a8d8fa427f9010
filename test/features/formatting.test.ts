import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Lexer } from 'yaml';
import { applyEdits } from '../../server/src/core/features/apply-edits';
import { formatDocument } from '../../server/src/core/features/formatting/format-document';
import { readModel } from '../../server/src/core/model';
import { openDocument } from '../../server/src/core/text';

const URI = 'file:///workspace/shop.threats.yaml';
const EXAMPLE = readFileSync(new URL('../../examples/shop/shop.threats.yaml', import.meta.url), 'utf8');

function formatted(text: string, lines?: readonly [from: number, to: number]): string {
  const document = openDocument(URI, text, 'model');
  const range = lines && { start: { line: lines[0], character: 0 }, end: { line: lines[1], character: 0 } };
  return applyEdits(text, formatDocument(document, range));
}

/** What a text says, without where. */
function meaningOf(text: string): string {
  const { problems, ...model } = readModel(openDocument(URI, text, 'model'));
  const places = (key: string, value: unknown) => {
    if (key === 'at' || key.endsWith('At')) return undefined;
    return value instanceof Map ? [...value] : value instanceof Set ? [...value] : value;
  };
  return JSON.stringify({ ...model, problems: problems.map(({ code, message }) => [code, message]) }, places);
}

/** Comments in order, by another reader. */
function commentsOf(text: string): string[] {
  return [...new Lexer().lex(text)].filter((token) => token.startsWith('#')).map((token) => token.trimEnd());
}

function check(before: string, after: string): void {
  expect(formatted(before)).toBe(after);
  expect(formatted(after)).toBe(after);
}

test('the example stays as it is', () => {
  expect(formatDocument(openDocument(URI, EXAMPLE, 'model'))).toEqual([]);
});

describe('layout', () => {
  test('two blanks a step, lists a step further in than their key', () => {
    check(
      `stridewise: 1
mitigations:
    order-owner:
        covers:
        - all on GET /a
        -   all on GET /b
        evidence: 
           - src/a.ts
# of the next
    limits:
      status:   planned
`,
      `stridewise: 1
mitigations:
  order-owner:
    covers:
      - all on GET /a
      - all on GET /b
    evidence:
      - src/a.ts
# of the next
  limits:
    status: planned
`,
    );
  });

  test('one blank behind colons and inside brackets, comments as they are', () => {
    check(
      'apis:\n  store:   {spec:   ./a.yaml,exposure: internet ,   "zone":backend}   # here\n  b : { }\ntags: [ a,b ,  c ]\n',
      'apis:\n  store: { spec: ./a.yaml, exposure: internet, "zone": backend }   # here\n  b: {}\ntags: [a, b, c]\n',
    );
  });

  test('blank lines and blanks at ends', () => {
    check('\n\n\nstridewise: 1  \n\n\n\ntitle: A \n   \n   \n# c  \n\n\n', '\nstridewise: 1\n\ntitle: A\n\n# c\n');
  });

  test('texts of several lines keep what they say', () => {
    check(
      `threats:
   a:
      notes: |
           first
             further in  

           last
      title: >-
       folded
       text
      owner: "a
         b  
         c"
      ticket:
         plain
           text


   b: { title: x }
`,
      `threats:
  a:
    notes: |
      first
        further in  

      last
    title: >-
      folded
      text
    owner: "a
       b  
       c"
    ticket:
      plain
        text

  b: { title: x }
`,
    );
  });

  test('a comment below a text under `|` does not become a line of it', () => {
    check(
      'threats:\n   a:\n      notes: |\n        text\n       # no text\n',
      'threats:\n  a:\n    notes: |\n      text\n    # no text\n',
    );
  });

  test('blank lines that a text keeps stay', () => {
    const text = 'threats:\n  a:\n    notes: |+\n      text\n\n\n  b:\n    title: x\n';
    check(text, text);
  });

  test('also at the end of the file, where others go', () => {
    check('a:   |+\n   text\n\n\n', 'a: |+\n  text\n\n\n');
    check('a:   |\n   text\n\n\n', 'a: |\n  text\n');
  });

  test('brackets over several lines move as one', () => {
    check(
      'apis:\n    store: {\n        spec: ./a.yaml,   \n        zone: b\n      }\n',
      'apis:\n  store: {\n      spec: ./a.yaml,\n      zone: b\n    }\n',
    );
  });

  test('anchors, aliases and tags', () => {
    check(
      'threats:\n   a: &x\n      title: A\n   b:   *x\n   c: !!map   {  title: y }\n',
      'threats:\n  a: &x\n    title: A\n  b: *x\n  c: !!map   { title: y }\n',
    );
  });

  test('Windows line ends', () => {
    check('apis:\r\n    store:   a.yaml  \r\n\r\n\r\ntitle:  x\r\n', 'apis:\r\n  store: a.yaml\r\n\r\ntitle: x\r\n');
  });

  test('an indented root', () => {
    check('  stridewise: 1\n  apis:\n      store:   a.yaml\n', 'stridewise: 1\napis:\n  store: a.yaml\n');
  });
});

describe('what does not read', () => {
  test('stays, and its neighbours keep their column', () => {
    check(
      'title:   x\nthreats:\n    a:\n          title:  y\n    b:\n          title:  "y\n    c:\n          title:  z\n',
      'title: x\nthreats:\n    a:\n      title: y\n    b:\n          title:  "y\n    c:\n      title: z\n',
    );
  });

  test.each([
    '{"stridewise": 1,  "title": "x"}\n',
    'stridewise: 1\n<<<<<<< ours\ntitle:  a\n=======\ntitle:  b\n>>>>>>> theirs\n',
    'a: 1\n---\nstridewise:  1\n',
    '',
  ])('is left alone: %j', (text) => expect(formatted(text)).toBe(text));
});

describe('of a range', () => {
  const text = 'title:   x\nthreats:\n  a:\n    title:   y\n  b:\n    title:   z\n';

  test('the entries that it touches', () => {
    expect(formatted(text, [3, 3])).toBe('title:   x\nthreats:\n  a:\n    title: y\n  b:\n    title:   z\n');
  });

  test('a selection that ends at the start of an entry does not touch it', () => {
    expect(formatted(text, [2, 4])).toBe('title:   x\nthreats:\n  a:\n    title: y\n  b:\n    title:   z\n');
  });

  test('the whole section where its entries have to move together', () => {
    const deep = 'title:   x\nthreats:\n   a:\n     title:   y\n   b:\n     title:   z\n';
    expect(formatted(deep, [3, 3])).toBe('title:   x\nthreats:\n  a:\n    title: y\n  b:\n    title: z\n');
  });
});

const id = fc.constantFrom('a', 'b-c', 'order', '"q"', "'s'");
const blanks = (most: number) => fc.integer({ min: 0, max: most }).map((count) => ' '.repeat(count));
const word = fc.constantFrom('x', 'all on GET /a', '"two words"', "'it''s'", '8/9/7/8/6', 'API1:2023', '""');
const flow = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    word.filter((text) => !text.includes('*')),
    fc
      .tuple(blanks(2), fc.array(tie('value'), { maxLength: 3 }), blanks(2))
      .map(([a, all, b]) => `[${a}${all.join(`${b},${a}`)}${b}]`),
    fc
      .tuple(blanks(2), fc.array(fc.tuple(id, tie('value')), { maxLength: 3 }), blanks(2))
      .map(
        ([a, all, b]) =>
          `{${a}${all.map(([key, value]) => `${key}${key.endsWith('"') ? '' : b}: ${a}${value}`).join(`${b},${a}`)}${b}}`,
      ),
  ),
})).value;

/** A value below a key at `column`, laid out by chance. */
function valueAt(column: number, depth: number): fc.Arbitrary<string> {
  const inline = fc
    .oneof(word, flow)
    .chain((text) =>
      fc
        .tuple(blanks(3), blanks(2), fc.constantFrom('', ' # note', ' #  a: b'))
        .map(([before, after, note]) => ` ${before}${text}${after}${note}\n`),
    );
  const text = fc
    .tuple(
      fc.constantFrom('|', '>-', '|+'),
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.constantFrom('line', '  deeper', '# no comment', '', 'a: b  '), { minLength: 1, maxLength: 4 }),
    )
    .map(
      ([sign, step, lines]) =>
        ` ${sign}\n${' '.repeat(column + step)}first\n${lines.map((line) => (line === '' ? '\n' : `${' '.repeat(column + step)}${line}\n`)).join('')}`,
    );
  if (depth === 0) return fc.oneof(inline, text);
  const below = fc
    .integer({ min: 1, max: 5 })
    .chain((step) => mapAt(column + step, depth - 1).map((map) => `\n${map}`));
  const list = fc.integer({ min: 0, max: 4 }).chain((step) =>
    fc
      .array(fc.tuple(noiseAt(column + step), blanks(3), fc.oneof(word, flow), fc.constantFrom('', '  ', ' # c')), {
        minLength: 1,
        maxLength: 3,
      })
      .map(
        (all) =>
          `\n${all.map(([noise, gap, value, end]) => `${noise}${' '.repeat(column + step)}- ${gap}${value}${end}\n`).join('')}`,
      ),
  );
  return fc.oneof(inline, text, below, list);
}

const noiseAt = (column: number): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: fc.constantFrom('\n', '\n  \n\n') },
    { weight: 1, arbitrary: blanks(6).map((indent) => `${indent}# comment  \n`) },
    { weight: 1, arbitrary: fc.constant(`${' '.repeat(column)}# comment\n`) },
  );

function mapAt(column: number, depth: number): fc.Arbitrary<string> {
  const keys = fc.uniqueArray(id, { minLength: 1, maxLength: 3, selector: (key) => key.replace(/["']/g, '') });
  return keys.chain((all) =>
    fc
      .tuple(
        ...all.map((key) =>
          fc
            .tuple(noiseAt(column), valueAt(column, depth))
            .map(([noise, value]) => `${noise}${' '.repeat(column)}${key}:${value}`),
        ),
      )
      .map((lines) => lines.join('')),
  );
}

const model = fc
  .tuple(
    fc.integer({ min: 1, max: 6 }).chain((column) => mapAt(column, 2)),
    fc.integer({ min: 1, max: 6 }).chain((column) => mapAt(column, 2)),
    noiseAt(0),
  )
  .map(
    ([threats, mitigations, noise]) =>
      `stridewise:  1\n${noise}threats:\n${threats}${noise}mitigations: # m\n${mitigations}`,
  );

/** An edit of the example: a stretch replaced by a few characters. */
const mutated = fc
  .array(
    fc.tuple(
      fc.nat(EXAMPLE.length),
      fc.nat(6),
      fc.constantFrom('', ' ', '  ', '\n', '\n\n', '    ', '#', '"', ': ', '{', ' }', '- ', '|', '\t'),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((edits) =>
    edits.reduce((text, [at, length, put]) => text.slice(0, at) + put + text.slice(at + length), EXAMPLE),
  );

describe.each([
  ['models laid out by chance', model, 300],
  ['broken copies of the example', mutated, 100],
])('%s', (_, texts: fc.Arbitrary<string>, numRuns) => {
  test('formatting twice is formatting once, and keeps meaning and comments', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = formatted(text);
        expect(formatted(once)).toBe(once);
        expect(meaningOf(once)).toBe(meaningOf(text));
        expect(commentsOf(once)).toEqual(commentsOf(text));
      }),
      { numRuns },
    );
  });
});

test('most models laid out by chance are laid out well', () => {
  const samples = fc.sample(model, { numRuns: 150, seed: 7 });
  const well = samples.filter(
    (text) =>
      /^ {2}\S/m.test(formatted(text)) &&
      !/^ {3}\S/m.test(formatted(text).replace(/^.*[|>][+-]?\n(?: +.*\n|\n)*/gm, '')),
  );
  expect(well.length).toBeGreaterThan(samples.length * 0.9);
});
