import type { Finding } from '../../server/src/core/index';
import type { Loaded } from './check';

/** What is found on the first API. */
export function findingsOf({ analysis }: Pick<Loaded, 'analysis'>): readonly Finding[] {
  return analysis.apis[0]?.findings ?? [];
}
