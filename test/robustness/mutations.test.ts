import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isNode, isPair, isScalar, type Node, parseDocument, visit } from 'yaml';
import { runPipeline, type Texts } from './support/pipeline';

const read = (name: string) => readFileSync(`examples/shop/${name}`, 'utf8');
const SHOP: Texts = {
  'openapi.yaml': read('openapi.yaml'),
  'v1.yaml': read('v1.yaml'),
  'shop.threats.yaml': read('shop.threats.yaml'),
};
const VALUES = ['null', '1', '[]', '{}', '"x"'];
const KEYS = ['__proto__', 'constructor', '? [a]', '<<'];

type Span = readonly [start: number, end: number];

function spansOf(text: string, wanted: 'keys' | 'values'): Span[] {
  const spans: Span[] = [];
  visit(parseDocument(text), {
    Node: (key, node, path) => {
      const isKey = key === 'key' && isPair(path.at(-1));
      if (!isNode(node) || isKey !== (wanted === 'keys')) return;
      const range = (node as Node).range;
      if (range) spans.push([range[0], isScalar(node) ? range[1] : text.slice(0, range[1]).trimEnd().length]);
    },
  });
  return spans;
}

/** Everything that breaks, with what the place looked like. */
function broken(name: string, wanted: 'keys' | 'values', replacements: readonly string[]): string[] {
  const text = SHOP[name] ?? '';
  const failures: string[] = [];
  for (const [start, end] of spansOf(text, wanted)) {
    for (const replacement of replacements) {
      try {
        runPipeline({ ...SHOP, [name]: text.slice(0, start) + replacement + text.slice(end) });
      } catch (error) {
        const line = text.slice(0, start).split('\n').length;
        failures.push(`${name}:${line} ${text.slice(start, start + 20)} -> ${replacement}: ${(error as Error).stack}`);
        if (failures.length > 5) return failures;
      }
    }
  }
  return failures;
}

describe.each(Object.keys(SHOP))('%s survives', { timeout: 300_000 }, (name) => {
  it.each(VALUES)('%s in the place of any value', (value) => {
    expect(broken(name, 'values', [value])).toEqual([]);
  });

  it('names of built-in properties, empty and complex ones in the place of any key', () => {
    expect(broken(name, 'keys', KEYS)).toEqual([]);
  });

  it('the end of the file after any line, and in the middle of it', () => {
    const text = SHOP[name] ?? '';
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
      runPipeline({ ...SHOP, [name]: text.slice(0, at) });
      runPipeline({ ...SHOP, [name]: text.slice(0, at - 3) });
    }
  });
});

/** Findings of one operation each, by the path of the operation. */
function alone(text: string): { path: string; name: string }[] {
  return runPipeline({ 'openapi.yaml': text }).analysis.apis.flatMap(({ findings }) =>
    findings.flatMap(({ operations: [first, ...more], fingerprint, rule }) =>
      first === undefined || more.length > 0 || rule === 'unanswered'
        ? []
        : [{ path: first.path, name: `${rule} ${fingerprint}` }],
    ),
  );
}

describe('an error inside a path item', () => {
  const text = SHOP['openapi.yaml'] ?? '';
  const lines = text.split('\n');
  const first = lines.indexOf('paths:') + 1;
  const items = lines.flatMap((line, at) => (at >= first && /^ {2}\/\S*:$/.test(line) ? [at] : []));
  const before = alone(text);

  it.each([
    "'",
    '"',
    '{',
    '[',
    '\t',
    '*x',
    '- - ',
    '%',
    '? ',
    ': :',
    '  oth',
    '>>>>>>> other',
    '\n<<<<<<< HEAD',
    '\n=======',
    '\n\t',
    '\n}',
  ])('%j leaves the findings of the others', (typed) => {
    expect(Math.min(items.length, before.length)).toBeGreaterThan(5);
    for (const at of items) {
      const broken = lines.toSpliced(at + 1, 0, `    ${typed}`).join('\n');
      const path = (lines[at] ?? '').trim().slice(0, -1);
      const now = new Set(alone(broken).map(({ name }) => name));
      const lost = before.filter((one) => one.path !== path && !now.has(one.name));
      expect([path, lost]).toEqual([path, []]);
    }
  });
});
