import { describe, expect, it } from 'vitest';
import { dreadScore, effectOf, levelOf, residualOf } from '../../server/src/core/index';
import { mitigation } from '../support/model-objects';

describe('DREAD', () => {
  it('is the mean of its factors', () => {
    expect(dreadScore([8, 9, 7, 8, 6])).toBeCloseTo(7.6);
    expect(dreadScore([0, 0, 0, 0, 0])).toBe(0);
  });

  it.each([
    [0, 'note'],
    [0.2, 'low'],
    [3.99, 'low'],
    [4, 'medium'],
    [6.99, 'medium'],
    [7, 'high'],
    [8.99, 'high'],
    [9, 'critical'],
  ] as const)('puts %d into the band %s', (score, level) => {
    expect(levelOf(score)).toBe(level);
  });
});

describe('Residual risk', () => {
  it('halves by what is implemented and takes four fifths by what is verified', () => {
    expect(residualOf(8, [mitigation({ status: 'implemented' })])).toBe(4);
    expect(residualOf(8, [mitigation({ status: 'verified' })])).toBe(1.6);
  });

  it('multiplies, up to 95 %', () => {
    const half = mitigation({ status: 'implemented' });
    expect(residualOf(8, [half, half])).toBe(2);
    const all = mitigation({ status: 'verified', effect: 1 });
    expect(residualOf(8, [all, all])).toBe(0.4);
  });

  it('is lowered by no plan, acceptance or transfer', () => {
    const answers = [
      mitigation({ status: 'planned', effect: 0.9 }),
      mitigation({ strategy: 'accept', status: null }),
      mitigation({ strategy: 'transfer', status: 'implemented' }),
    ];
    expect(answers.map(effectOf)).toEqual([0, 0, 0]);
    expect(residualOf(8, answers)).toBe(8);
  });
});
