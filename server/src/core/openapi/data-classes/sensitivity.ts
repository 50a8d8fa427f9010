import type { DataClass } from '../types';

/**
 * How much it hurts when data of a class gets into other hands: `grave` opens other doors or cannot be taken back,
 * `personal` harms the people whom it speaks of, `business` harms its owner alone.
 */
export type Sensitivity = 'grave' | 'personal' | 'business';

const SENSITIVITY: Readonly<Record<DataClass, Sensitivity>> = {
  credentials: 'grave',
  payment: 'grave',
  'government-id': 'grave',
  health: 'grave',
  special: 'grave',
  financial: 'personal',
  location: 'personal',
  personal: 'personal',
  confidential: 'business',
};
const ORDER: readonly Sensitivity[] = ['grave', 'personal', 'business'];

/** The gravest sensitivity among classes; null where there are none. */
export function sensitivityOf(classes: Iterable<DataClass>): Sensitivity | null {
  const found = new Set<Sensitivity>();
  for (const one of classes) found.add(SENSITIVITY[one]);
  return ORDER.find((one) => found.has(one)) ?? null;
}
