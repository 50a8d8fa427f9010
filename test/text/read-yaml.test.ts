import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBlock } from '../../server/src/core/text/read-block';
import { readOrdinaryYaml } from '../../server/src/core/text/read-yaml';
import { specDepth, splitYaml } from '../../server/src/core/text/split';

type Verdict = 'left to js-yaml' | 'equal' | 'only the fast reader reads it' | 'different';

function verdict(text: string): Verdict {
  const tree = readOrdinaryYaml(text);
  if (tree === null) return 'left to js-yaml';
  const oracle = readBlock(text);
  if (oracle.tree === null || oracle.error !== null) return 'only the fast reader reads it';
  const isEqual = tree.length === oracle.tree.length && tree.every((value, at) => value === oracle.tree?.[at]);
  return isEqual && oracle.anchors === null ? 'equal' : 'different';
}

const ordinary: Record<string, string> = {
  'nested mappings': '/a:\n  get:\n    summary: s\n    deprecated: true\n',
  'an absent value': 'a:\n  b:\n  c:\n',
  'sequences at and right of their key': 'a:\n- x\n- y\nb:\n  - z\n',
  'sequences of mappings': 'a:\n  - name: x\n    in: path\n  -\n    name: y\n  - - 1\n    - 2\n',
  'an absent item': 'a:\n  -\n  - x\n  -\n',
  'quoted keys and values': '\'a\': "b"\n"c" : \'d\'\n',
  'doubled and escaped quotes': "a: 'it''s'\nb: \"\\u00e9 \\x41 \\n \\\" \\\\\"\n",
  'quoted text over lines': 'a: "one\n  two\n\n  three\\\n  four"\nb: \'x\n  y\'\n',
  'plain text over lines': 'a: one\n  two\n\n  three\nb: x\n',
  'plain text with a colon, a hash and a URL': 'a: b:c d#e https://x.example/#y\n',
  comments: '# top\na: b # said\n# left\n  # right\nc: # said\n  d: e\n',
  'a comment after plain text of two lines': 'a: one\n  two # said\nb: c\n',
  'literal and folded text': 'a: |\n  one\n   two\n\n  three\nb: >-\n  x\n  y\nc: |+\n  z\n\nd: e\n',
  'block text of nothing': 'a: |\nb: >\n\nc: d\n',
  'block text with a comment in its header': 'a: | # said\n  b\n',
  'block text at the end': 'a: |-\n  b',
  'block text that looks like keys': 'a: |\n  b: c\n  - d\n  # e\nf: g\n',
  'flow collections': 'a: [1, "b", \'c\', {d: e, "f": [g]}]\nb: {}\nc: []\nd: {a: 1,}\n',
  'flow collections over lines': 'a: [\n  b,\n  "c"\n  ]\nd: {\n  e: "f"\n  }\n',
  'a dash, a question mark and a colon inside plain text': 'a: -1\nb: ?x\nc: :y\n-d: e\n',
  'carriage returns': 'a:\r\n  - b\r\n  - "c\r\n    d"\r\ne: |\r\n  f\r\ng: h\r\n',
  'no line break at the end': 'a:\n  b: c',
  'blanks at the end': 'a: b\n   ',
  'characters outside the basic plane': 'a: \u{1F600} b\nc: "\u{1F600}"\n',
  'a no-break space': 'a:\u00A0b: c\n',
};

const unusual: Record<string, string> = {
  anchor: 'a: &x b\n',
  alias: 'a: *x\n',
  tag: 'a: !!str 1\n',
  'explicit key': '? a\n: b\n',
  'TAB as indentation': 'a:\n\tb: c\n',
  'indentation indicator': 'a: |2\n   b\n',
  'pair in a flow sequence': 'a: [b: c]\n',
  'document marker': 'a: b\n---\nc: d\n',
  'root scalar': 'just text\n',
  'open quote': 'a: "b\n',
  'open bracket': 'a: [b\n',
  'missing colon': 'a: b\nc\n',
  'indentation that fits nowhere': 'a:\n    b: c\n  d: e\n',
  'wrong escape': 'a: "\\q"\n',
  'comment in a flow collection': 'a: [b, # said\n  c]\n',
  'deep nesting': `a: ${'['.repeat(10_000)}`,
  'deep sequences': `a:\n  ${'- '.repeat(10_000)}x\n`,
  nothing: '',
};

describe('the fast YAML reader', () => {
  it.each(Object.entries(ordinary))('reads %s as js-yaml does', (_name, text) => {
    expect(verdict(text)).toBe('equal');
  });

  it.each(Object.entries(unusual))('leaves to js-yaml: %s', (_name, text) => {
    expect(verdict(text)).toBe('left to js-yaml');
  });

  it('never reads another tree than js-yaml, whatever is typed', () => {
    const typed = fc.constantFrom(...'a :#\'"{}[],-?|>&*!%@\\\n\t', ': ', '- ', '\n  ', '\r\n', ' #', '\\n', '""');
    const base = fc.constantFrom(...Object.values(ordinary));
    const edit = fc.tuple(fc.nat(), fc.nat(4), typed);
    fc.assert(
      fc.property(base, fc.array(edit, { minLength: 1, maxLength: 4 }), (start, edits) => {
        let text = start;
        for (const [at, remove, insert] of edits) {
          const from = at % (text.length + 1);
          text = text.slice(0, from) + insert + text.slice(from + remove);
        }
        expect(/\r(?!\n)/.test(text) ? 'equal' : verdict(text)).not.toBe('different');
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('the fast YAML reader on real specifications', () => {
  const corpus = process.env.STRIDEWISE_CORPUS;
  if (!corpus || !existsSync(corpus)) {
    it.skip('skipped: set STRIDEWISE_CORPUS to a folder of specifications', () => undefined);
    return;
  }
  it('reads every block as js-yaml does, or leaves it', { timeout: 600_000 }, () => {
    const verdicts = new Map<Verdict, number>();
    const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((file) => /\.ya?ml$/.test(file));
    for (const file of files) {
      for (const found of verdictsOf(readFileSync(join(corpus, file), 'utf8'))) {
        verdicts.set(found, (verdicts.get(found) ?? 0) + 1);
      }
    }
    console.info(`${files.length} files, blocks:`, Object.fromEntries(verdicts));
    expect(verdicts.get('different')).toBeUndefined();
    expect(verdicts.get('only the fast reader reads it')).toBeUndefined();
    expect(verdicts.get('left to js-yaml') ?? 0).toBeLessThan((verdicts.get('equal') ?? 0) / 100);
  });
});

function verdictsOf(text: string): readonly Verdict[] {
  const stretches = (splitYaml(text, specDepth) ?? []).filter(({ kind }) => kind !== 'prologue');
  return stretches.map(({ start, end }) => verdict(text.slice(start, end)));
}
