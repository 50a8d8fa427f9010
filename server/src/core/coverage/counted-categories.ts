import type { Stride } from '../rules/types';
import type { Finding } from './types';

/** The categories that a finding counts in: a rule's first, all that people wrote. */
export function categoriesOf({ threat, stride }: Pick<Finding, 'threat' | 'stride'>): readonly Stride[] {
  return threat === null ? stride.slice(0, 1) : stride;
}
