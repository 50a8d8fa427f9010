import { load as parse } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { analyse, type Fix, moveFixes, problemsOf, textOf } from '../../server/src/core';
import { applyFix, type Loaded, load, TODAY } from '../support/check';
import { headOf, TAIL } from './shop';

const spec = (own: string, more = '') => `${headOf('api/openapi.yaml')}${own}${TAIL}${more}`;
const model = (own: string) => `//- shop.threats.yaml
stridewise: 1
apis: { shop: ./api/openapi.yaml }   # one
threats:
  guess: { title: Guessing, stride: spoofing, affects: "DELETE /orders/{orderId}" }
${own}`;

/** The files as they are, marked again. */
const written = (files: readonly { readonly uri: string; readonly text: string }[]) =>
  files.map(({ uri, text }) => `//- ${uri.replace('file:///workspace/', '')}\n${text}`).join('');

/** The move at the name of an entry. */
function moveAt({ workspace, analysis, files }: Loaded, uri: string, id: string): Fix {
  const text = files.find((file) => file.uri.endsWith(uri))?.text ?? '';
  const line = text.split('\n').findIndex((one) => one.trimStart().replaceAll('"', '').startsWith(`${id}:`));
  const character = (text.split('\n')[line] ?? '').indexOf(id) + 1;
  const at = { line, character };
  const [fix, ...others] = moveFixes(workspace, analysis, `file:///workspace/${uri}`, { start: at, end: at });
  if (fix === undefined || others.length > 0) throw new Error(`${others.length} moves of ${id} in ${uri}`);
  return fix;
}

function told({ workspace }: Loaded): unknown {
  const analysis = analyse(workspace, { today: TODAY });
  return [
    analysis.apis.map(({ findings, coverage }) => [
      findings.map(({ fingerprint, state, risk, lacking, answers }) => [
        fingerprint,
        state,
        risk,
        lacking.replace(/"[^"]*"/g, ''),
        answers.map(({ id }) => id),
      ]),
      [...coverage.values()],
    ]),
    problemsOf(analysis)
      .map(({ code }) => code)
      .sort(),
  ];
}

function moved(source: string, uri: string, id: string): string {
  const before = load(source);
  const fix = moveAt(before, uri, id);
  expect(fix.refused).toBeUndefined();
  const text = written(applyFix(before, fix));
  expect(told(load(text))).toEqual(told(before));
  return text;
}

const ENTRY = `    # The gateway does it.
    open-orders:
      strategy: accept   # for now
      title: Whoever deletes is known
      covers: missing-authentication on shop DELETE /orders/{orderId}
      reason: >-
        The gateway asks,
        and logs.
      # who said so
      owner: cto
      until: 2027-05-01
`;
const MODEL_ENTRY = ENTRY.replace(/^ {2}/gm, '');

describe('An answer moves', () => {
  it('into the description with its comments, and back to the same bytes', () => {
    const source =
      spec('') + model(`mitigations:\n${MODEL_ENTRY}  other: { covers: denial on shop, status: planned }\n`);
    const there = moved(source, 'shop.threats.yaml', 'open-orders');
    expect(there).toBe(
      spec(`      x-stridewise:
        mitigations:
          # The gateway does it.
          open-orders:
            strategy: accept   # for now
            title: Whoever deletes is known
            covers: missing-authentication
            reason: >-
              The gateway asks,
              and logs.
            # who said so
            owner: cto
            until: 2027-05-01
`) + model('mitigations:\n  other: { covers: denial on shop, status: planned }\n'),
    );
    const back = moved(there, 'api/openapi.yaml', 'open-orders');
    const [, other] = back.split('mitigations:\n');
    expect(back.split('//- shop')[0]).toBe(source.split('//- shop')[0]);
    expect(other).toBe(`  other: { covers: denial on shop, status: planned }\n${MODEL_ENTRY}`);
  });

  const entries: readonly (readonly [string, string])[] = [
    ['a', 'a: { control: ownership-check, covers: "shop DELETE /orders/{orderId}", status: implemented }'],
    ['a', 'a: { control: ownership-check, covers: shop, status: implemented }'],
    ['a', 'a: { strategy: avoid, removes: "shop DELETE /orders/{orderId}", status: planned }'],
    ['a', 'a: { strategy: avoid, removes: "shop DELETE /orders/{orderId} path.orderId", status: planned }'],
    ['a', 'a: { covers: guess, status: implemented }'],
    [
      'a',
      'a: { covers: [spoofing and denial on shop POST /orders, "all on shop POST /orders"], except: denial on shop POST /orders, status: planned }',
    ],
    ['a', 'a: { covers: [denial on shop, spoofing on shop POST /orders], status: planned }'],
    [
      'a',
      'a: { covers: "spoofing on shop ANY /orders/{orderId}", status: verified, evidence: [src/a.ts, https://ci.example] }',
    ],
  ];

  it.each(entries)('%s: %s, there and back with what is found as it was', (id, entry) => {
    const source = spec('') + model(`mitigations:\n  keep: { covers: denial on shop, status: planned }\n  ${entry}\n`);
    const there = moved(source, 'shop.threats.yaml', id);
    expect(there.split('//- shop')[1]).toBe(
      model('mitigations:\n  keep: { covers: denial on shop, status: planned }\n').split('//- shop')[1],
    );
    const back = moved(there, 'api/openapi.yaml', id);
    expect(back).toBe(source);
  });

  it.each(entries)('%s: %s, where both are JSON', (id, entry) => {
    const keep = 'mitigations:\n  keep: { covers: denial on shop, status: planned }\n';
    const json = (text: string) => inJson(text);
    const source = json(spec('') + model(`${keep}  ${entry}\n`));
    const there = moved(source, 'shop.threats.json', id);
    const back = moved(there, 'api/openapi.json', id);
    expect(back.replaceAll(/\s/g, '')).toBe(source.replaceAll(/\s/g, ''));
  });

  it('where it does not apply, with the place in its name', () => {
    const source =
      spec('') + model('notApplicable:\n  repudiation on shop POST /orders: Nobody would\n  denial on shop: Never\n');
    const there = moved(source, 'shop.threats.yaml', 'repudiation on shop POST /orders');
    expect(there).toContain('      x-stridewise:\n        notApplicable:\n          repudiation: Nobody would\n');
    expect(there).toContain('notApplicable:\n  denial on shop: Never\n');
    const back = moved(there, 'api/openapi.yaml', 'repudiation');
    expect(back).toContain(
      'notApplicable:\n  denial on shop: Never\n  repudiation on shop POST /orders: Nobody would\n',
    );
  });

  it('says that it is published, and not where it stands for more than one place', () => {
    const own = (covers: string) => spec('') + model(`mitigations:\n  a: { covers: ${covers}, status: planned }\n`);
    const fix = moveAt(load(own('denial on shop POST /orders')), 'shop.threats.yaml', 'a');
    expect(fix.kind).toBe('move');
    expect(fix.confirm, 'in a preview one of its files could be ticked alone').toBeUndefined();
    expect(fix.title).toContain('published');
    for (const covers of [
      'denial on ANY /**',
      '[denial on POST /orders, "denial on DELETE /orders/{orderId}"]',
      'denial on GET /gone',
    ])
      expect(() => moveAt(load(own(covers)), 'shop.threats.yaml', 'a')).toThrow('0 moves');
  });

  it('is refused where comments would be lost', () => {
    const source =
      spec('') + model('mitigations: { a: { covers: "denial on POST /orders",   # why\n  status: planned } }\n');
    const json = inJson(spec('')) + source.slice(source.indexOf('//- shop')).replace('openapi.yaml', 'openapi.json');
    const text = load(json).files.find(({ uri }) => uri.endsWith('.threats.yaml'))?.text ?? '';
    const line = text.split('\n').findIndex((one) => one.includes('a: {'));
    const { workspace, analysis } = load(json);
    const at = { line, character: text.split('\n')[line]?.indexOf('a: {') ?? 0 };
    const [fix] = moveFixes(workspace, analysis, 'file:///workspace/shop.threats.yaml', { start: at, end: at });
    expect(fix?.refused).toContain('comments');
    expect(textOf(workspace.get('file:///workspace/shop.threats.yaml') as never)).toBe(text);
  });

  it('takes its section along where nothing else stands there', () => {
    const entry = 'mitigations:\n  # why\n  a: { covers: denial on shop, status: planned }\n';
    const there = moved(spec('') + model(`${entry}rules: {}\n`), 'shop.threats.yaml', 'a');
    expect(there).toContain(model('rules: {}\n'));
    expect(there).toContain('x-stridewise:\n  mitigations:\n    # why\n    a: { covers: denial, status: planned }\n');
  });

  it('takes no more away than it is', () => {
    const bare = `//- openapi.yaml
openapi: 3.1.0
info: { title: Shop, version: "1" }
paths:
  /a:
    x-stridewise:
      mitigations:
        b: { covers: spoofing, status: planned }
`;
    const before = load(
      `${bare}  /b: { get: { responses: {} } }\n//- shop.threats.yaml\nstridewise: 1\napis: { shop: ./openapi.yaml }\n`,
    );
    expect(moveFixes(before.workspace, before.analysis, 'file:///workspace/openapi.yaml', at(6, 8))).toEqual([]);
    const own = spec('      x-stridewise:\n        notApplicable:\n          denial: Never\n');
    const there = moved(own + model(''), 'api/openapi.yaml', 'denial');
    expect(there).toContain(spec(''));
  });
});

const at = (line: number, character: number) => ({ start: { line, character }, end: { line, character } });

/** The marked files as JSON. */
function inJson(source: string): string {
  return written(
    load(source).files.map(({ uri, text }) => ({
      uri: uri.replace('.yaml', '.json'),
      text: `${JSON.stringify(parse(text.replace('openapi.yaml', 'openapi.json')), null, 2)}\n`,
    })),
  );
}
