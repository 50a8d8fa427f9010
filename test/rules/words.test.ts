import { describe, expect, it } from 'vitest';
import { objectNoun, singularNoun } from '../../server/src/core/rules/facts/nouns';
import { singular, withArticle, words } from '../../server/src/core/rules/facts/words';

describe('words of a name', () => {
  it.each([
    ['customerID', ['customer', 'id']],
    ['customer_id', ['customer', 'id']],
    ['X-Request-Id', ['x', 'request', 'id']],
    ['HTMLBody', ['html', 'body']],
    ['address2Line', ['address2', 'line']],
    ['__debug__', ['debug']],
    ['größe', ['größe']],
    ['', []],
  ])('%s', (name, expected) => {
    expect(words(name)).toEqual(expected);
  });

  it('knows the singular of usual plurals', () => {
    expect(['orders', 'categories', 'addresses', 'status', 'address', 'gas'].map(singular)).toEqual([
      'order',
      'category',
      'address',
      'status',
      'address',
      'gas',
    ]);
  });
});

describe('nouns that readers see', () => {
  it.each([
    ['people', 'person'],
    ['children', 'child'],
    ['ids', 'id'],
    ['apis', 'api'],
    ['hashes', 'hash'],
    ['caches', 'cache'],
    ['movies', 'movie'],
    ['policies', 'policy'],
    ['bonuses', 'bonus'],
    ['warehouses', 'warehouse'],
    ['databases', 'database'],
    ['indices', 'index'],
    ['orders', 'order'],
  ])('one of %s is %s', (plural, one) => {
    expect(singularNoun(plural)).toBe(one);
  });

  it.each(['series', 'status', 'address', 'analysis', 'saas', 'aws', 'order', 'gas', ''])('%s is no plural', (word) => {
    expect(singularNoun(word)).toBe(word);
  });

  it.each([
    ['tax_ids', 'id', 'tax id'],
    ['bankAccounts', 'accountId', 'bank account'],
    ['people', 'personId', 'person'],
    ['gcp', 'project_id', 'project'],
    ['book', 'title', 'book'],
    ['history', 'id', 'history entry'],
    ['{space}', 'boardId', 'board'],
    ['id', 'id', 'object'],
  ])('one of %s by %s is called %s', (collection, parameter, noun) => {
    expect(objectNoun(collection, parameter)).toBe(noun);
  });

  it.each([
    'an order',
    'a user',
    'an uncle',
    'a unit',
    'an hour',
    'a one time code',
    'an ssh key',
    'a cdn',
    'a tenant',
  ])('%s', (noun) => {
    expect(withArticle(noun.slice(noun.indexOf(' ') + 1))).toBe(noun);
  });

  it('reads words of any length', () => {
    const long = 'x'.repeat(100_000);
    expect(singularNoun(`${long}s`)).toBe(long);
    expect(withArticle(long)).toBe(`an ${long}`);
  });
});
