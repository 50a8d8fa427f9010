import { describe, expect, it } from 'vitest';
import { singular, words } from '../../server/src/core/rules/facts/words';

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
