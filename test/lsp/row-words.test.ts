import { describe, expect, it } from 'vitest';
import { rowWords } from '../../client/src/views/row-words';

describe('the words of a row', () => {
  it('begin with what it shows, then come those that it shows otherwise', () => {
    const words = rowWords('POST /orders', '6.2 → 6.2 · Nothing says who ordered', [
      'Nothing says who ordered',
      'POST /orders',
      'open',
      '',
      'risk medium',
    ]);
    expect(words).toEqual({
      description: ' 6.2 → 6.2 · Nothing says who ordered',
      name: 'POST /orders 6.2 → 6.2 · Nothing says who ordered, open, risk medium',
    });
  });

  it('are the label alone where there is no description', () => {
    expect(rowWords('Objectives', '', ['complete'])).toEqual({ description: '', name: 'Objectives, complete' });
  });
});
