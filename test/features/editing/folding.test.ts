import { expect, test } from 'vitest';
import { foldingRanges } from '../../../server/src/core/features/editing';
import { openDocument } from '../../../server/src/core/text';

/** Wants the folds that arrows beside the lines draw: `1>` opens fold 1, `<1` closes it; `#>` and `<#` a comment. */
function check(drawn: string): void {
  const open = new Map<string, number>();
  const wanted: string[] = [];
  const lines = drawn.replace(/^\n/, '').replace(/\n +$/, '\n').split('\n');
  const text = lines.map((line, index) => {
    const [, content = '', marks = ''] = /^(.*?)(?:\s+@ (.*))?$/.exec(line) ?? [];
    for (const [, name = ''] of marks.matchAll(/(\S)>/g)) open.set(name, index);
    for (const [, name = ''] of marks.matchAll(/<(\S)/g)) {
      wanted.push(`${open.get(name)}-${index} ${name === '#' ? 'comment' : 'region'}`);
    }
    return content;
  });
  const document = openDocument('file:///a.threats.yaml', text.join('\n'), 'model');
  const folds = foldingRanges(document).map(({ startLine, endLine, kind }) => `${startLine}-${endLine} ${kind}`);
  expect(folds.sort()).toEqual(wanted.sort());
}

test('sections, entries, lists, brackets and texts', () => {
  check(`
# one                     @ #>
# two                     @ <#
stridewise: 1

threats:                  @ 1>
  guessing:               @ 2>
    affects:              @ 3>
      - GET /a
      - GET /b            @ <3
    notes: |              @ 4>
      # no comment
      # nor this
      text                @ <4 <2

  # a comment             @ #>
  # of two                @ <#
  flat: { title: x }
  wide: {                 @ 5>
    title: x,
    by: y
    }                     @ <5
  nested:                 @ 6>
    list: [               @ 7>
      a,
      b                   @ <7
      ]                   @ <6 <1
mitigations: {}
`);
});

test('what does not read folds as an entry, and its comments may be anything', () => {
  check(`
threats:                  @ 1>
  broken:                 @ 2>
    title: "x
    # no
    # no
    by: y                 @ <2
  fine:                   @ 3>
    title: z              @ <3 <1
`);
});

test('Windows line ends', () => {
  const document = openDocument('file:///a.threats.yaml', 'a:\r\n  b:\r\n    c: 1\r\n\r\nd: 1\r\n', 'model');
  expect(foldingRanges(document)).toEqual([
    { startLine: 0, endLine: 2, kind: 'region' },
    { startLine: 1, endLine: 2, kind: 'region' },
  ]);
});
