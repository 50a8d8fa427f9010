import { describe, expect, it } from 'vitest';
import { USUAL_RISK } from '../../server/src/core/model';
import { dreadScore, effectOf, leftBy, levelIn, methodNamed } from '../../server/src/core/risk';
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
    expect(levelIn(score, methodNamed('dread').bounds(USUAL_RISK))).toBe(level);
  });
});

describe('Residual risk', () => {
  it('halves by what is implemented and takes four fifths by what is verified', () => {
    expect(leftBy([mitigation({ status: 'implemented' })])).toBe(0.5);
    expect(leftBy([mitigation({ status: 'verified' })])).toBeCloseTo(0.2);
  });

  it('multiplies, up to 95 %', () => {
    const half = mitigation({ status: 'implemented' });
    expect(leftBy([half, half])).toBe(0.25);
    const all = mitigation({ status: 'verified', effect: 1 });
    expect(leftBy([all, all])).toBeCloseTo(0.05);
  });

  it('is lowered by no plan, acceptance or transfer', () => {
    const answers = [
      mitigation({ status: 'planned', effect: 0.9 }),
      mitigation({ strategy: 'accept', status: null }),
      mitigation({ strategy: 'transfer', status: 'implemented' }),
    ];
    expect(answers.map(effectOf)).toEqual([0, 0, 0]);
    expect(leftBy(answers)).toBe(1);
  });
});
