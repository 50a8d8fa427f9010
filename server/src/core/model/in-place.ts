import type { Mitigation } from './types';

/** Whether what an answer says is there by now, verified or not yet. */
export function isInPlace({ status }: Pick<Mitigation, 'status'>): boolean {
  return status === 'implemented' || status === 'verified';
}
