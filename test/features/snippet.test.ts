import { describe, expect, it } from 'vitest';
import { findingKey, fixesFor, type Range, snippetOf, snippetWith } from '../../server/src/core/index';
import { type Loaded, load } from '../support/check';

const start = { line: 4, character: 2 };
const field = (line: number, from: number, to: number) => ({
  start: { line, character: from },
  end: { line, character: to },
});

describe('A snippet', () => {
  it('has a tab stop for each field, on the first line too', () => {
    expect(snippetOf('a: TODO\n  b: TODO\n', start, [field(4, 5, 9), field(5, 5, 9)])).toBe(
      `a: \${1:TODO}\n  b: \${2:TODO}\n`,
    );
  });

  it('offers the words that a field may be, the one that stands there first', () => {
    expect(snippetWith('over: tls', [[6, 9, ['https', 'tls', 'a,b|c\\d']]])).toBe(
      `over: \${1|tls,https,a\\,b\\|c\\\\d|}`,
    );
    expect(snippetWith('over: tls', [[6, 9, ['tls']]])).toBe(`over: \${1:tls}`);
  });

  it('takes everything else literally', () => {
    expect(snippetOf('{id} costs $5 \\ TODO', start, [field(4, 18, 22)])).toBe(`{id\\} costs \\$5 \\\\ \${1:TODO}`);
  });
});

const paths = (count: number) =>
  Array.from(
    { length: count },
    (_, index) => `  /p${index}: { delete: { security: [], responses: { "204": { description: gone } } } }\n`,
  ).join('');
const spec = (count: number) => `//- openapi.yaml
openapi: 3.0.3
info: { title: Shop, version: "1" }
servers: [{ url: https://api.shop.example }]
$0paths:
${paths(count)}`;
const MODEL = `//- shop.threats.yaml
stridewise: 1
apis:
  shop: { spec: ./openapi.yaml }
`;

const fixesIn = ({ workspace, analysis }: Loaded, range: Range, finding: string) =>
  fixesFor(workspace, analysis, 'file:///workspace/openapi.yaml', range, { open: true, finding });

describe('An answer for many operations', () => {
  const fixes = () => {
    const loaded = load(`${spec(12)}${MODEL}`);
    const finding = loaded.analysis.apis[0]?.findings.find(({ operations, rule }) => {
      return operations.length === 12 && rule !== 'unanswered';
    });
    const at = loaded.workspace.get('file:///workspace/openapi.yaml');
    if (!finding || !at) throw new Error('no finding touches all twelve operations');
    const [api] = loaded.analysis.apis;
    if (!api) throw new Error('no API');
    return { loaded, finding, key: findingKey(api, finding) };
  };

  it('is offered for those of today and for those to come, and says which', () => {
    const { loaded, key } = fixes();
    const line = loaded.workspace.get('file:///workspace/openapi.yaml');
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    expect(line).toBeDefined();
    const titles = fixesIn(loaded, range, key).map(({ title }) => title);
    expect(titles.filter((title) => title.includes('(only these 12 operations)'))).toHaveLength(3);
    expect(titles.filter((title) => title.includes('(all of shop, also operations added later)'))).toHaveLength(3);
  });

  it('of today reaches no operation that is added later', () => {
    const { loaded, finding, key } = fixes();
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const only = fixesIn(loaded, range, key).find(({ title }) => /^Accept.*only these/.test(title));
    const text = only?.edits[0]?.edits[0]?.newText ?? '';
    expect(text.match(new RegExp(`- ${finding.rule} on shop `, 'g'))).toHaveLength(12);
    expect(only?.fields).toHaveLength(3);
  });
});
