import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LEVELS } from '../../server/src/core/model/schema/common';
import type { Matrix } from '../../server/src/core/model/types';
import { bandOf, owaspLevel, owaspScore, pastaScore, SCORE_OF_WORD } from '../../server/src/core/risk';
import { levelIn } from '../../server/src/core/risk/bands';
import { OWASP_BOUNDS } from '../../server/src/core/risk/owasp-rating';

const mean = (...numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

test('the example that OWASP publishes: the impact on the business decides', () => {
  const likelihood = mean(5, 2, 7, 1, 3, 6, 9, 2);
  const [technical, business] = [mean(9, 7, 5, 8), mean(1, 2, 1, 5)];
  expect([likelihood, technical, business]).toEqual([4.375, 7.25, 2.25]);
  expect([likelihood, technical, business].map(bandOf)).toEqual(['medium', 'high', 'low']);
  expect(owaspLevel(likelihood, technical)).toBe('high');
  expect(owaspLevel(likelihood, business)).toBe('low');
});

test.each([
  ['low', 'low', 'note'],
  ['low', 'medium', 'low'],
  ['low', 'high', 'medium'],
  ['medium', 'low', 'low'],
  ['medium', 'medium', 'medium'],
  ['medium', 'high', 'high'],
  ['high', 'low', 'medium'],
  ['high', 'medium', 'high'],
  ['high', 'high', 'critical'],
  ['critical', 'critical', 'critical'],
  ['note', 'medium', 'low'],
] as const)('likelihood %s and impact %s is %s', (likelihood, impact, level) => {
  expect(owaspLevel(SCORE_OF_WORD[likelihood], SCORE_OF_WORD[impact])).toBe(level);
});

test('3 and 6 begin the next band', () => {
  expect([0, 2.9, 3, 5.9, 6, 9].map(bandOf)).toEqual(['low', 'low', 'medium', 'medium', 'high', 'high']);
});

test('a matrix of one’s own cuts each side into fifths, impact from the highest', () => {
  const rows = ['note', 'low', 'medium', 'high', 'critical'] as const;
  const matrix: Matrix = [...rows].reverse().map((level) => rows.map(() => level));
  expect(rows.map((word) => owaspLevel(4.5, SCORE_OF_WORD[word], matrix))).toEqual(rows);
  expect(owaspLevel(9, 9, matrix)).toBe('critical');
  expect(owaspLevel(0, 1.8, matrix)).toBe('low');
  const across: Matrix = rows.map(() => rows);
  expect(rows.map((word) => owaspLevel(SCORE_OF_WORD[word], 0, across))).toEqual(rows);
});

const side = fc.double({ min: 0, max: 9, noNaN: true });

test('the figure of the OWASP rating lies where its level does, and never falls while a side rises', () => {
  fc.assert(
    fc.property(side, side, side, (likelihood, impact, more) => {
      const score = owaspScore(likelihood, impact);
      expect(levelIn(score, OWASP_BOUNDS)).toBe(owaspLevel(likelihood, impact));
      expect(owaspScore(Math.max(likelihood, more), impact)).toBeGreaterThanOrEqual(score);
      expect(owaspScore(likelihood, Math.max(impact, more))).toBeGreaterThanOrEqual(score);
    }),
  );
});

test('a word is the middle of its fifth, and lies in the band that it names', () => {
  expect(LEVELS.map((level) => SCORE_OF_WORD[level])).toEqual([0.9, 2.7, 4.5, 6.3, 8.1]);
  expect((['low', 'medium', 'high'] as const).map((word) => bandOf(SCORE_OF_WORD[word]))).toEqual([
    'low',
    'medium',
    'high',
  ]);
});

test('PASTA multiplies, and divides by countermeasures of one at least', () => {
  expect(pastaScore(0.5, 0.5, 8)).toBe(2);
  expect(pastaScore(0.5, 0.5, 8, 2)).toBe(1);
  expect(pastaScore(0.5, 0.5, 8, 0.1)).toBe(2);
  expect(pastaScore(1, 1, 10)).toBe(10);
});
