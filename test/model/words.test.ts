import { describe, expect, test } from 'vitest';
import { wordsOfModel } from '../../server/src/core/model/words/words-of';
import { changeDocument, openDocument } from '../../server/src/core/text';

/** One line a word: its role, its text, and what else is known of it; `~` where the place is more than the word. */
function words(text: string): string[] {
  const document = openDocument('file:///workspace/shop.threats.yaml', text, 'model');
  return wordsOfModel(document).map(({ role, text: word, isExact, of, at, factor, where }) => {
    const written = at.block.text.slice(at.start, at.end);
    if (isExact) expect(written).toBe(word);
    const extra = [isExact ? '' : `~${written}`, of?.join('|') ?? '', factor?.name ?? '', where?.kind ?? ''];
    return [role, word, ...extra.filter((item) => item !== '')].join(' ');
  });
}

/** The words of one value of a mitigation or a threat. */
function valueWords(section: string, line: string): string[] {
  return words(`stridewise: 1\n${section}:\n  one:\n    ${line}\n`).slice(4);
}

describe('Every word of a model has a role', () => {
  test('sections, ids, keys and values', () => {
    expect(
      words('stridewise: 1\ntitle: Shop\napis:\n  store: { spec: ./a.yaml, exposure: internet, zone: dmz }\n'),
    ).toEqual([
      'section stridewise',
      'choice 1',
      'section title',
      'text Shop',
      'section apis',
      'id store',
      'key spec',
      'file ./a.yaml',
      'key exposure',
      'choice internet',
      'key zone',
      'reference dmz zones',
    ]);
  });

  test('an entry that is one value', () => {
    expect(words('stridewise: 1\nzones: { dmz: trusted }\nnotApplicable:\n  denial on store: Why\n').slice(2)).toEqual([
      'section zones',
      'id dmz',
      'choice trusted',
      'section notApplicable',
      'category denial named',
      'keyword on named',
      'reference store apis|components|actors|data|goals|businessFlows|threats named',
      'text Why',
    ]);
  });

  test('flows', () => {
    expect(words('stridewise: 1\nflows:\n  a -> b-c->d: { carries: [card], over: https }\n').slice(2)).toEqual([
      'section flows',
      'reference a apis|components|actors flow',
      'operator -> flow',
      'reference b-c apis|components|actors flow',
      'operator -> flow',
      'reference d apis|components|actors flow',
      'key carries',
      'reference card data',
      'key over',
      'text https',
    ]);
  });

  test.each([
    ['GET /orders/{id} query.sort', ['method GET', 'path /orders/{id}', 'part query.sort']],
    ['store ANY /**', ['reference store apis|components', 'method ANY', 'path /**']],
    ['every operation getOrder', ['keyword every', 'keyword operation', 'operation getOrder']],
    ['tag Back office', ['keyword tag', 'tag Back office']],
    ['schema Order property.owner', ['keyword schema', 'schema Order', 'part property.owner']],
    ['every API', ['keyword every', 'keyword API']],
  ])('the place %s', (place, expected) => {
    expect(valueWords('threats', `affects: '${place}'`).map(withoutKind)).toEqual(['key affects', ...expected]);
  });

  test.each([
    [
      'tampering and E, mass-assignment on GET /x',
      [
        'category tampering',
        'keyword and',
        'category E',
        'operator ,',
        'rule mass-assignment',
        'keyword on',
        'method GET',
        'path /x',
      ],
    ],
    ['all on operation on', ['keyword all', 'keyword on', 'keyword operation', 'operation on']],
    [
      'spoofing/weak-password on store',
      ['category spoofing', 'operator /', 'rule weak-password', 'keyword on', 'reference store'],
    ],
    // Half typed.
    ['tampering on ', ['category tampering', 'keyword on']],
    ['tampering on store G', ['category tampering', 'keyword on', 'reference store', 'reference G']],
    ['GET', ['method GET']],
    ['operation', ['keyword operation']],
  ])('the statement %s', (statement, expected) => {
    const found = valueWords('mitigations', `covers: '${statement}'`).map(withoutKind);
    expect(found.map((word) => word.replace(/ (?:apis|components).*/, ''))).toEqual(['key covers', ...expected]);
  });

  test('numbers of a vector, and of a map', () => {
    const expected = ['damage', 'reproducibility', 'exploitability', 'affected', 'discoverability'];
    const numbers = valueWords('threats', 'dread: 8/9/7/8/6').filter((word) => word.startsWith('number'));
    expect(numbers).toEqual(expected.map((name, index) => `number ${[8, 9, 7, 8, 6][index]} ${name}`));
    expect(valueWords('threats', 'dread: { damage: 3 }')).toEqual(['key dread', 'key damage', 'number 3 damage']);
  });

  test('evidence, weaknesses and schemas', () => {
    expect(valueWords('mitigations', 'evidence: [a.ts#own, https://a.example/x#y]')).toEqual([
      'key evidence',
      'file a.ts',
      'operator #',
      'text own',
      'url https://a.example/x#y',
    ]);
    expect(valueWords('threats', 'cwe: 639')).toEqual(['key cwe', 'cwe 639']);
    expect(valueWords('data', 'schemas: [Order, store Customer]')).toEqual([
      'key schemas',
      'schema Order',
      'reference store apis',
      'schema Customer',
    ]);
  });

  test('a word that is not written as it reads has the place of its scalar', () => {
    expect(valueWords('threats', 'affects: "GET /a\\u002Fb"')[1]).toMatch(/^method GET ~.*u002F/);
  });

  test('an entry that an edit does not touch keeps its words', () => {
    const text = 'stridewise: 1\nthreats:\n  one:\n    affects: GET /a\n  two:\n    affects: GET /b\n';
    const before = openDocument('file:///workspace/a.yaml', text, 'model');
    const first = wordsOfModel(before).find((word) => word.entry === 'one');
    const after = changeDocument(before, [
      { range: { start: { line: 5, character: 14 }, end: { line: 5, character: 15 } }, text: 'POST' },
    ]);
    expect(wordsOfModel(after).find((word) => word.entry === 'one')).toBe(first);
  });
});

function withoutKind(word: string): string {
  return word.replace(/ (?:api|operations|named|flow|cause)$/, '');
}
