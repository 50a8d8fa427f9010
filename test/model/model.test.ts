import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  insertMitigation,
  insertNotApplicable,
  newModel,
  parseStatement,
  parseWhere,
  readModel,
} from '../../server/src/core/model';
import { changeDocument, openDocument, rangeOf, textOf } from '../../server/src/core/text';

const reopened = (...change: Parameters<typeof changeDocument>) => open(textOf(changeDocument(...change)));
const open = (text: string) => openDocument('file:///a.threats.yaml', text, 'model');

test.each([
  ['store', { kind: 'named', id: 'store' }],
  ['every API', { kind: 'api', api: 'every' }],
  ['store -> payments', { kind: 'flow', hops: ['store', 'payments'] }],
  ['GET /a/{b}', { kind: 'operations', api: '', by: 'path', method: 'GET', name: '/a/{b}', part: '' }],
  [
    'store ANY /a/** query.sort',
    { kind: 'operations', api: 'store', by: 'path', method: 'ANY', name: '/a/**', part: 'query.sort' },
  ],
  ['bank tag Back office', { kind: 'operations', api: 'bank', by: 'tag', method: '', name: 'Back office', part: '' }],
  [
    'operation pay body.url',
    { kind: 'operations', api: '', by: 'operation', method: '', name: 'pay', part: 'body.url' },
  ],
  ['store schema Order', { kind: 'cause', api: 'store', by: 'schema', name: 'Order', part: '' }],
])('the place %s', (text, where) => {
  expect(parseWhere(text)).toEqual({ value: where });
});

test('statements', () => {
  const parsed = parseStatement('S, tampering and spoofing/weak-login on tag Payments on hold');
  expect(parsed).toMatchObject({
    value: {
      what: { all: false, categories: ['spoofing', 'tampering'], rules: ['weak-login'] },
      where: { name: 'Payments on hold' },
    },
  });
  expect(parseStatement('disclosure GET /x')).toMatchObject({ error: { code: 'missing-on', start: 0, end: 10 } });
});

test('problems stand at their exact range', () => {
  const document = open(
    'stridewise: 1\nmitigations:\n  a:\n    titel: x\n    covers: all on get /x\n    status: planed\n',
  );
  const shown = readModel(document).problems.map((problem) => {
    const range = rangeOf(document, problem.at);
    return `${problem.code} ${range?.start.line}:${range?.start.character}-${range?.end.character} ${problem.fix?.newText}`;
  });
  expect(shown).toEqual(
    expect.arrayContaining(['unknown-key 3:4-9 title', 'malformed-method 4:19-22 GET', 'unknown-word 5:12-18 planned']),
  );
});

test('a brace inside brackets has its own message and fix', () => {
  const { problems, mitigations } = readModel(
    open(
      'stridewise: 1\nmitigations:\n  a: { covers: [all on GET /o/{id}], status: planned }\n  b: { covers: denial on GET /o, status: planned }\n',
    ),
  );
  expect(problems.map((problem) => problem.code)).toContain('brace-in-flow');
  expect(mitigations.map((entry) => entry.id)).toContain('b');
});

test.each([
  'stridewise: 1\n',
  'stridewise: 1',
  'stridewise: 1\r\nmitigations:\r\n  a:\r\n    title: x # why\r\n    covers: t on GET /\r\n# next\r\nrules: {}\r\n',
  'stridewise: 1\nmitigations:\n    a: { covers: denial on GET /, status: planned }\n\n# end\n',
  'stridewise: 1\nmitigations: { a: { covers: denial on GET /, status: planned } }\n',
  'stridewise: 1\nmitigations: {}\n',
  'stridewise: 1\nmitigations:\ntitle: x\n',
  '{"stridewise": 1, "mitigations": {}}',
  '{\n  "stridewise": 1\n}\n',
  newModel('Pets: all', [{ id: 'pets', spec: './openapi.yaml' }]),
])('an inserted answer keeps every other byte and reads again: %j', (text) => {
  const document = open(text);
  const stub = {
    id: 'new-one',
    title: 'It: is',
    strategy: 'reduce',
    covers: ['x on GET /o/{id}', 'denial on ANY /**'],
  } as const;
  const { edits } = insertMitigation(document, stub);
  const after = changeDocument(
    document,
    edits.map((edit) => ({ range: edit.range, text: edit.newText })),
  );
  expect(textOf(after).replace(edits[0]?.newText ?? '-', '')).toBe(text);
  const added = readModel(after).mitigations.find((entry) => entry.id === 'new-one');
  expect(added).toMatchObject({ title: 'It: is', status: 'planned' });
  expect(added?.covers.map((statement) => statement.text)).toEqual(stub.covers);
  const second = insertNotApplicable(after, 'denial on GET /o/{id}');
  const last = reopened(
    after,
    second.edits.map((edit) => ({ range: edit.range, text: edit.newText })),
  );
  expect(readModel(last).notApplicable.map((entry) => entry.statement.text)).toEqual(['denial on GET /o/{id}']);
});

test('nothing makes the reader throw', () => {
  const piece = fc.constantFrom(
    'stridewise: 1\n',
    'mitigations:\n',
    '  a:\n',
    '    covers: ',
    '[',
    '{',
    'GET /x/{id}',
    ' on ',
    '\n',
    '- ',
    '&a ',
    '*a',
    '!x',
    ': ',
    '#',
    '"',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 20 }), (pieces) => {
      const text = pieces.join('');
      readModel(open(text));
      parseStatement(text);
      parseWhere(text);
    }),
  );
});
