import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentSymbols, type ModelSymbol, workspaceSymbols } from '../../../server/src/core/features/editing';
import { openDocument, type Range } from '../../../server/src/core/text';
import { load } from '../../support/check';

const URI = 'file:///workspace/shop.threats.yaml';

function outline(text: string): string[] {
  const show = ({ name, kind, detail, range, children }: ModelSymbol, indent: string): string[] => [
    `${indent}${name} ${kind} ${range.start.line}-${range.end.line}${detail === '' ? '' : ` "${detail}"`}`,
    ...children.flatMap((child) => show(child, `${indent}  `)),
  ];
  return documentSymbols(openDocument(URI, text, 'model')).flatMap((symbol) => show(symbol, ''));
}

describe('the outline of a model', () => {
  test('sections with their entries, titles beside them', () => {
    const text = `# head
stridewise: 1
title: Shop
apis: { store: ./a.yaml, other: { spec: ./b.yaml } }

threats:
  guessing:
    title: Somebody
      guesses

  # of the next
  plain:
    affects: [GET /a,
      GET /b]
flows:
  shopper -> store: { over: https }
notApplicable:
  all on GET /a: Nobody cares
`;
    expect(outline(text)).toEqual([
      'stridewise property 1-1 "1"',
      'title property 2-2 "Shop"',
      'apis namespace 3-3',
      '  store interface 3-3 "./a.yaml"',
      '  other interface 3-3 "./b.yaml"',
      'threats namespace 5-13',
      '  guessing event 6-8 "Somebody guesses"',
      '  plain event 11-13',
      'flows namespace 14-15',
      '  shopper -> store operator 15-15 "https"',
      'notApplicable namespace 16-17',
      '  all on GET /a null 17-17 "Nobody cares"',
    ]);
  });

  test('what does not read is in it, and what is being typed', () => {
    const text = `stridewise: 1
threats:
  broken:
    title: "x
    affects: GET /a

  fine:
    title: y
  hal
mitigations:
`;
    expect(outline(text)).toEqual([
      'stridewise property 0-0 "1"',
      'threats namespace 1-8',
      '  broken event 2-4',
      '  fine event 6-7 "y"',
      '  hal event 8-8',
      'mitigations namespace 9-9',
    ]);
  });

  test('a model in JSON', () => {
    const text = '{\n  "stridewise": 1,\n  "threats": {\n    "a": {\n      "title": "x"\n    },\n    "b": {}\n  }\n}\n';
    expect(outline(text)).toEqual([
      'stridewise property 1-1 "1"',
      'threats namespace 2-6',
      '  a event 3-5 "x"',
      '  b event 6-6',
    ]);
  });

  test('an alias ends where it stands', () => {
    expect(outline('threats:\n  a:\n    notes: &x A\n    title: *x\n')).toEqual([
      'threats namespace 0-3',
      '  a event 1-3 "A"',
    ]);
  });
});

test('ranges nest, and hold the key, whatever was typed', () => {
  const words = [
    'threats:\n',
    '  a:\n',
    '  b: { title: x }\n',
    '    title: "',
    'x',
    '\n',
    '{',
    '}',
    ': ',
    '- ',
    '#',
    ' ',
    'mitigations:\n',
  ];
  const isInside = (inner: Range, outer: Range) =>
    [inner.start, inner.end].every(
      ({ line, character }) =>
        (line > outer.start.line || (line === outer.start.line && character >= outer.start.character)) &&
        (line < outer.end.line || (line === outer.end.line && character <= outer.end.character)),
    );
  const check = ({ name, range, selectionRange, children }: ModelSymbol) => {
    expect(name.trim()).not.toBe('');
    expect(isInside(selectionRange, range)).toBe(true);
    for (const child of children) {
      expect(isInside(child.range, range)).toBe(true);
      check(child);
    }
  };
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 25 }), (pieces) => {
      for (const symbol of documentSymbols(openDocument(URI, `stridewise: 1\n${pieces.join('')}`, 'model')))
        check(symbol);
    }),
    { numRuns: 500 },
  );
});

describe('symbols of the workspace', () => {
  const { workspace, analysis } = load(`
    //- openapi.yaml
    openapi: 3.0.3
    info: { title: Shop, version: "1" }
    paths:
      /orders/{orderId}:
        get: { operationId: getOrder, responses: {} }
        delete: { responses: {} }
    //- shop.threats.yaml
    stridewise: 1
    apis: { store: { spec: ./openapi.yaml } }
    threats:
      order-guessing: { title: Somebody guesses ids, affects: operation getOrder }
    mitigations:
      limits: { title: Limits, status: planned }
  `);
  const found = (query: string) =>
    workspaceSymbols(workspace, analysis, query).map(({ name, container, location }) => {
      const file = location.uri.replace('file:///workspace/', '');
      return `${name} [${container}] ${file}:${location.range.start.line + 1}`;
    });

  test.each([
    ['getord', ['GET /orders/{orderId} (getOrder) [store] openapi.yaml:5']],
    ['delete /orders', ['DELETE /orders/{orderId} [store] openapi.yaml:6']],
    ['guesses', ['order-guessing: Somebody guesses ids [threats] shop.threats.yaml:4']],
    ['nothing like it', []],
  ])('by %s', (query, wanted) => expect(found(query)).toEqual(wanted));

  test('the nearest first, and all of them for nothing', () => {
    expect(found('order-')[0]).toContain('order-guessing');
    expect(found('')).toHaveLength(5);
  });
});
