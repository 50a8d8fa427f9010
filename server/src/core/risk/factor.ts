import type { Numbers } from '../model/types';

/** Who says so: the threat model, the rule, what the description shows of the operation, or nobody. */
export type Origin = 'model' | 'rule' | 'facts' | 'assumed';

/** One number that a method starts from, and why it is what it is. */
export interface Factor {
  readonly name: string;
  readonly value: number;
  /** 10, 9 or 1: the upper end of its scale. */
  readonly maximum: number;
  readonly reason: string;
  readonly origin: Origin;
}

/** Numbers that people named, over the derived ones for the rest. */
export function named(derived: readonly Factor[], given: Numbers): readonly Factor[] {
  if (given === null) return derived;
  return derived.map((factor, index) => {
    const value = given[index] ?? null;
    return value === null ? factor : { ...factor, value, reason: 'The threat model says so.', origin: 'model' };
  });
}

export function meanOf(factors: readonly Factor[]): number {
  return factors.reduce((sum, { value }) => sum + value, 0) / factors.length;
}

/** Nobody has said anything: the middle of the scale. */
export function assumed(name: string, value: number, maximum: number): Factor {
  return {
    name,
    value,
    maximum,
    reason: 'Nobody has given a figure: the middle of the scale is taken.',
    origin: 'assumed',
  };
}
