import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentHighlights, semanticTokens } from '../../../server/src/core/features/editing';
import { openDocument } from '../../../server/src/core/text';
import { readMarkedText } from '../../support/marked-text';

const URI = 'file:///workspace/shop.threats.yaml';
const open = (text: string) => openDocument(URI, text, 'model');

const MODEL = `stridewise: 1
data: { card: { class: payment, fields: Card.number } }
flows:
  shopper -> store: { carries: [card], over: https }
threats:
  guessing:
    title: Somebody guesses
    affects: store GET /orders/{orderId} path.orderId
    rule: broken-object-level-authorization
    dread: 8/9
    cwe: 639
mitigations:
  owner: { covers: tampering and elevation on operation getOrder, due: 2026-12-15 }
`;

function shown(text: string): string[] {
  const lines = text.split('\n');
  return semanticTokens(open(text)).map(
    ({ line, character, length, type, isDeclaration }) =>
      `${lines[line]?.slice(character, character + length)} ${type}${isDeclaration ? '!' : ''}`,
  );
}

test('words by what they mean', () => {
  expect(shown(MODEL)).toEqual([
    'stridewise namespace',
    '1 enumMember',
    'data namespace',
    'card variable!',
    'class property',
    'payment enumMember',
    'fields property',
    'Card.number parameter',
    'flows namespace',
    'shopper variable',
    '-> operator',
    'store variable',
    'carries property',
    'card variable',
    'over property',
    'threats namespace',
    'guessing variable!',
    'title property',
    'affects property',
    'store variable',
    'GET macro',
    '/orders/ string',
    '{orderId} parameter',
    'path.orderId parameter',
    'rule property',
    'broken-object-level-authorization function',
    'dread property',
    '8 number',
    '/ operator',
    '9 number',
    'cwe property',
    '639 number',
    'mitigations namespace',
    'owner variable!',
    'covers property',
    'tampering enumMember',
    'and keyword',
    'elevation enumMember',
    'on keyword',
    'operation keyword',
    'getOrder method',
    'due property',
    '2026-12-15 number',
  ]);
});

test('stars in paths; what is still to be filled in has no colour of ours', () => {
  const text = 'mitigations:\n  a: { covers: all on READ /a/*/**, due: TODO }\n';
  expect(shown(text).slice(5)).toEqual([
    'READ macro',
    '/a/ string',
    '* operator',
    '/ string',
    '** operator',
    'due property',
  ]);
});

test('those on some lines', () => {
  const range = { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } };
  expect(new Set(semanticTokens(open(MODEL), range).map(({ line }) => line))).toEqual(new Set([1, 2]));
});

test('in the order of the text and never over each other, whatever is typed', () => {
  const edit = fc.tuple(
    fc.nat(MODEL.length),
    fc.nat(5),
    fc.constantFrom('', '"', '&a ', '*a', '\n', ' ', '{', ': ', '|\n', 'on '),
  );
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 4 }), (edits) => {
      const text = edits.reduce((all, [at, length, put]) => all.slice(0, at) + put + all.slice(at + length), MODEL);
      let [line, end] = [0, 0];
      for (const token of semanticTokens(open(text))) {
        expect(token.line > line || token.character >= end).toBe(true);
        [line, end] = [token.line, token.character + token.length];
        expect(end).toBeLessThanOrEqual(text.split('\n')[line]?.length ?? 0);
      }
    }),
    { numRuns: 500 },
  );
});

function highlighted(source: string): string[] {
  const { files, cursor } = readMarkedText(`//- shop.threats.yaml\n${source}`);
  if (cursor === null) throw new Error('no $0');
  return documentHighlights(open(files[0]?.text ?? ''), cursor).map(
    ({ range: { start }, kind }) => `${start.line + 1}:${start.character} ${kind}`,
  );
}

test.each([
  ['where an entry is named', MODEL.replace('card:', 'ca$0rd:'), ['2:8 write', '4:32 read']],
  ['where it is meant', MODEL.replace('[card]', '[car$0d]'), ['2:8 write', '4:32 read']],
  ['an operation', MODEL.replace('getOrder', 'get$0Order'), ['13:56 text']],
  ['a key is none', MODEL.replace('rule:', 'ru$0le:'), []],
  ['nothing', MODEL.replace('title', 'title$0'), []],
])('highlights: %s', (_, source, wanted) => expect(highlighted(source)).toEqual(wanted));
