import { expect, test } from 'vitest';
import { owaspRating, pastaScore } from '../../server/src/core/risk';

const NOTHING = { likelihood: '', impact: '', agent: [], vulnerability: [], technical: [], business: [] };

test('the OWASP rating takes the mean of the factors, and what the business loses before the rest', () => {
  const given = { ...NOTHING, agent: [5, 2, 7, 1], vulnerability: [3, 6, 9, 2], technical: [9, 7, 5, 8] };
  expect(owaspRating(given)).toEqual({
    likelihood: { score: 4.375, level: 'medium' },
    impact: { score: 7.25, level: 'high' },
    level: 'high',
  });
  expect(owaspRating({ ...given, business: [1, 2, 1, 5] })).toMatchObject({
    impact: { score: 2.25, level: 'low' },
    level: 'low',
  });
});

test.each([
  ['low', 'low', 'note'],
  ['high', 'low', 'medium'],
  ['low', 'high', 'medium'],
  ['medium', 'medium', 'medium'],
  ['medium', 'high', 'high'],
  ['critical', 'critical', 'critical'],
  ['note', 'medium', 'low'],
])('likelihood %s and impact %s is %s', (likelihood, impact, level) => {
  expect(owaspRating({ ...NOTHING, likelihood, impact })?.level).toBe(level);
});

test('without one of the two sides there is no rating', () => {
  expect(owaspRating({ ...NOTHING, likelihood: 'high' })).toBeNull();
  expect(owaspRating({ ...NOTHING, technical: [9, 9, 9, 9] })).toBeNull();
});

test('3 and 6 begin the next band', () => {
  const at = (number: number) => owaspRating({ ...NOTHING, agent: [number], impact: 'low' })?.likelihood.level;
  expect([2.9, 3, 5.9, 6].map(at)).toEqual(['low', 'medium', 'medium', 'high']);
});

test('PASTA multiplies', () => {
  expect(pastaScore(0.5, 0.5, 8)).toBe(2);
});
